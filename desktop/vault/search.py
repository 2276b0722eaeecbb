"""Full-text search: what goes into the index, what a person's words mean to it, and the passage that matched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from string import ascii_lowercase

from desktop.models.core import Record, Veld, Wie
from desktop.models.velden import zoektekst
from desktop.models.woorden import END, MARK, WOORD, fold, plain, plainer_stem, stem, words_in
from desktop.vault.connection import Database

_MAX_WORDS = 12
_MAX_LETTERS = 60
_MAX_STEMMED = 5_000  # distinct words of one record; a pasted megabyte must not stem for seconds
_PREFIX_FROM = 2  # one letter would walk a tenth of the index
_EARLIER_PREFIX_FROM = 3  # "yil noa" finds Noa Yılmaz, while "de" and "in" stay the words that they are
_FRAGMENT_IN = 20_000  # characters looked through for the passage
_BEFORE, _AFTER = 60, 160
_MEANT_FROM = 4  # letters
_MEANT_AT_MOST = 4

# The words of the index, read where they stand; a row for each place, so that asking for one stops at the first.
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'search', 'instance')"
_IS = """SELECT value FROM json_each(?) AS asked
    WHERE EXISTS (SELECT 1 FROM temp.vocabulary WHERE term = asked.value)"""
_BEGINS = """SELECT word FROM (SELECT (SELECT term FROM temp.vocabulary WHERE term >= asked.value
    AND term < asked.value || char(1114111) LIMIT 1) AS word FROM json_each(?) AS asked) WHERE word IS NOT NULL"""

# A private character before a kind's key: the index takes it for a letter, and nobody's words hold it.
_KIND = "\ue000"

# Whose name it is comes first, then what is called so, then what mentions it.
_TIERS = ("naam", "titel", "")


class Question:
    """A person's words, ready for the index; `empty` when nothing is left to look for.

    Every word may be a beginning: the last one from two letters, unless a space follows it; earlier ones from three.
    `meant` says what words with a typing error are taken for.
    """

    def __init__(self, words: str, meant: Mapping[str, Sequence[str]] | None = None) -> None:
        found = [word[:_MAX_LETTERS] for word in words_in(words)][:_MAX_WORDS]
        self.empty = not found
        self._text = words
        self.meant = dict(meant or {})
        self._seen: dict[str, bool] = {}  # the passages of fifty reports hold the same words
        self._words = found[:-1]
        self._last = found[-1] if found else ""
        # after a space the last word is finished; until then it may still grow
        self._prefix = len(self._last) >= _PREFIX_FROM and not words[-1:].isspace()
        asked = [choice for word in found for choice in self.meant.get(word, (word,))]
        self._stems = {form for word in asked if len(word) > _PREFIX_FROM for form in _forms(word)}

    def words(self) -> Sequence[str]:
        """Return the words, each once."""
        return tuple(dict.fromkeys((*self._words, *filter(None, (self._last,)))))

    def corrections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the words with a typing error, each with what it is taken for."""
        return tuple((word, tuple(choices)) for word, choices in self.meant.items())

    def taken_for(self, meant: Mapping[str, Sequence[str]]) -> Question:
        """Return the same question with words taken for others."""
        return Question(self._text, meant)

    def match(self, column: str = "", kinds: Sequence[str] = ()) -> str:
        """Return the MATCH expression, in one column or (with Dutch stems too) in all. Never a syntax error."""
        stems = column in ("", "tekst")
        terms = [self._of(word, _may_grow(word), stems) for word in self._words]
        terms.append(self._of(self._last, self._prefix, stems))
        expression = f"({' AND '.join(terms)})"
        if column:
            expression = f"{column} : {expression}"
        if kinds:
            # as a word of the index: looking up the kind of each row costs over 100 ms for a common word
            expression = f"({' OR '.join(_quoted(_kind(k)) for k in kinds)}) AND {expression}"
        return expression

    def _of(self, word: str, prefix: bool, stems: bool) -> str:
        if word not in self.meant:
            return _term(word, prefix, stems)
        return f"({' OR '.join(_term(choice, True, stems) for choice in self.meant[word])})"

    def hits(self, word: str) -> bool:
        """Whether a folded word of a text is one that was asked for."""
        if word not in self._seen:
            self._seen[word] = self._asked_for(word)
        return self._seen[word]

    def _asked_for(self, word: str) -> bool:
        if word in self._words or word == self._last or (self._prefix and word.startswith(self._last)):
            return True
        if any(word.startswith(asked) for asked in self._words if _may_grow(asked)):
            return True
        if any(word.startswith(choice) for choices in self.meant.values() for choice in choices):
            return True
        return len(word) > _PREFIX_FROM and (word in self._stems or stem(word) in self._stems)


def _may_grow(word: str) -> bool:
    """Whether a word before the last one may also be the beginning of a word."""
    return len(word) >= _EARLIER_PREFIX_FROM


def _kind(kind: str) -> str:
    return _KIND + kind.replace("_", "")


def _quoted(word: str) -> str:
    return f'"{word}"'


def _forms(word: str) -> tuple[str, ...]:
    # the second is looked for as a word: 'woorden' and 'woord' have no stem in common, but it is 'woord'
    return tuple(dict.fromkeys((stem(word), plainer_stem(word))))


def _term(word: str, prefix: bool, stems: bool) -> str:
    # only letters and digits are left in a word, so quotes cannot be closed from within
    forms = [_quoted(word) + "*" * prefix]
    if stems and len(word) > _PREFIX_FROM:
        forms += [_quoted(form) for form in _forms(word) if form != word]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


def neighbours(word: str) -> Iterator[str]:
    """Yield what is one typing error away from a word: a letter less, more or other, or two that changed places."""
    for n in range(len(word) + 1):
        if n < len(word):
            yield word[:n] + word[n + 1 :]
        if n < len(word) - 1:
            yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]
        for letter in ascii_lowercase:
            yield word[:n] + letter + word[n:]
            if n < len(word):
                yield word[:n] + letter + word[n + 1 :]


class Search:
    """The index: a row for each visible record, under its row id. Writing runs within a transaction of the caller."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, row: int, value: Record, known: bool) -> None:
        """Index a record, in the place of what was there if it is `known`."""
        if known:
            self.drop(row)
        self._db.execute(
            "INSERT INTO search(rowid, naam, titel, tekst, stam) VALUES(?, ?, ?, ?, ?)", (row, *columns(value))
        )

    def drop(self, row: int) -> None:
        """Take a record out of the index."""
        self._db.execute("DELETE FROM search WHERE rowid = ?", (row,))

    def of_kind(self, kind: str) -> set[int]:
        """Return every row that the index has of a kind."""
        sql = "SELECT rowid FROM search WHERE search MATCH ?"
        return {row for (row,) in self._db.all(sql, (_quoted(_kind(kind)),))}

    def clear(self) -> None:
        """Empty the index."""
        self._db.execute("INSERT INTO search(search) VALUES('delete-all')")

    def find(self, question: Question, kinds: Sequence[str], limit: int) -> list[int]:
        """Return row ids: by name first, then by title, then by text; within each the newest recorded first."""
        found: dict[int, None] = {}
        if question.empty:
            return []
        for column in _TIERS:
            # bm25 over a common word costs 35-90 ms at 100,000 records, the order of rowid almost nothing
            sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
            rows = self._db.all(sql, (question.match(column, kinds), limit))
            found.update(dict.fromkeys(row for (row,) in rows))
            if len(found) >= limit:
                break
        return list(found)[:limit]

    def ask(self, words: str, kinds: Sequence[str], limit: int) -> tuple[Question, list[int]]:
        """Return the row ids that a person's words find, and the question as it was taken in the end."""
        question = Question(words)
        found = self.find(question, kinds, limit)
        if not found and (meant := self.meant(question)):
            question = question.taken_for(meant)
            found = self.find(question, kinds, limit)
        return question, found

    def meant(self, question: Question) -> dict[str, tuple[str, ...]]:
        """Return what the words that are nowhere in the index can have been meant as: one typing error away.

        Empty where a word stays nowhere: then nothing holds them all. Never for a number or a word of three letters.
        The index itself is asked for each neighbour, some hundreds of steps down a tree: keeping its words in memory
        would be another list of names to wipe, and old after every save.
        """
        self._db.execute(_VOCABULARY)
        meant: dict[str, tuple[str, ...]] = {}
        for word in question.words():
            if self._known([word], _BEGINS) or self._known(_forms(word), _IS):
                continue
            if len(word) < _MEANT_FROM or not word.isalpha():
                return {}
            near = list(dict.fromkeys(other for other in neighbours(word) if other != word))
            choices = set(self._known(near, _IS) or self._known(near, _BEGINS))
            if not choices:
                return {}
            meant[word] = tuple(sorted(choices, key=lambda other: (other[0] != word[0], other)))[:_MEANT_AT_MOST]
        return meant

    def _known(self, words: Sequence[str], how: str) -> list[str]:
        return [word for (word,) in self._db.all(how, (json.dumps(words),))]


def columns(value: Record) -> tuple[str, str, str, str]:
    """Return what goes in the columns naam, titel, tekst and stam; the last holds the kind as well."""
    naam, titel, tekst = (zoektekst(value, vak) for vak in ("naam", "titel", "tekst"))
    if value.PERSOONLIJK:
        # a name in a report is not what it is called: looking for someone gives the person before the reports
        genoemd = (getattr(value, veld).naam for veld in _wie_fields(type(value)))
        naam, titel = "", "\n".join(filter(None, (titel, naam, *genoemd)))
    naam, titel, tekst = plain(naam), plain(titel), plain(tekst)
    return naam, titel, tekst, " ".join((_kind(value.KIND), *_stems(f"{titel}\n{tekst}")))


def _stems(text: str) -> Iterator[str]:
    # a stem that is the word itself is in the index already
    for word in list(dict.fromkeys(words_in(text)))[:_MAX_STEMMED]:
        if _PREFIX_FROM < len(word) <= _MAX_LETTERS and stem(word) != word:
            yield stem(word)


@cache
def _wie_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that say whom a record is about: a person, and no field of the form."""
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if info.annotation is Wie and not any(isinstance(m, Veld) for m in info.metadata)
    )


def fragment(value: Record, question: Question) -> str:
    """Return the passage around the first word that was asked for, its matches marked; '' where only a name matched."""
    for vak in ("tekst", "titel", "naam"):
        text = zoektekst(value, vak)[:_FRAGMENT_IN]
        first = next((m for m in WOORD.finditer(text) if question.hits(fold(m.group()))), None)
        if first is not None:
            return _mark(_cut(text, first.start()), question)
    return ""


def _cut(text: str, at: int) -> str:
    start, end = max(0, at - _BEFORE), min(len(text), at + _AFTER)
    if start:
        start = text.find(" ", start, at) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", at, end), at + 1) if " " in text[at:end] else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}".replace("\n", " ")


def _mark(text: str, question: Question) -> str:
    return WOORD.sub(lambda m: f"{MARK}{m.group()}{END}" if question.hits(fold(m.group())) else m.group(), text)
