"""The recovery code: 256 random bits as four printed lines, each with a check of its own, typed back forgivingly."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets

from desktop.models.errors import UserError

SECRET_BYTES = 32
LINES = 4
GROUPS = 4
GROUP = 4
_LINE = GROUPS * GROUP
_DATA = SECRET_BYTES // LINES  # 64 bits a line ...
_CHECK = 2  # ... and 16 to find a typing error in it: together 16 letters of 5 bits

# Crockford's 32: no I, L, O or U, so that none is taken for another
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {letter: n for n, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1, "U": 27}


class RecoveryCodeMistyped(UserError):
    """What was typed is no recovery code; `lines` are the numbers (from 1) of the lines to look at, if known."""

    def __init__(self, zin: str, stap: str, lines: tuple[int, ...] = ()) -> None:
        super().__init__(zin, stap)
        self.lines = lines


def new_secret() -> bytes:
    """Return a fresh recovery secret."""
    return secrets.token_bytes(SECRET_BYTES)


def code_of(secret: bytes) -> str:
    """Return the code to print: four lines of four groups of four."""
    return "\n".join(_encode(n, secret[n * _DATA : (n + 1) * _DATA]) for n in range(LINES))


def lines(code: str) -> tuple[str, ...]:
    """Return the printed lines of a code."""
    return tuple(code.split("\n"))


def part_to_type(code: str, rng: random.Random | None = None) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Choose what is typed back at setup: (numbers of the lines, from 1; what they say). One line proves the print."""
    number = (rng or secrets.SystemRandom()).randrange(LINES)
    return (number + 1,), (lines(code)[number],)


def same(typed: str, expected: str) -> bool:
    """Whether a typed part is the printed one, as forgiving as the whole code."""
    return hmac.compare_digest(_symbols(typed), _symbols(expected))


def secret_of(typed: str) -> bytes:
    """Return the secret of a typed code. Capitals, spaces, dashes, O for 0 and I or L for 1 do not matter.

    Raises RecoveryCodeMistyped, which names the line where it can.
    """
    symbols = _symbols(typed)
    if len(symbols) != LINES * _LINE:
        raise _incomplete(typed, len(symbols))
    parts = [_decode(n, symbols[n * _LINE : (n + 1) * _LINE]) for n in range(LINES)]
    wrong = tuple(n + 1 for n, part in enumerate(parts) if part is None)
    if wrong:
        raise RecoveryCodeMistyped(f"{_named(wrong)} van de herstelcode klopt niet.", _COMPARE, wrong)
    return b"".join(part for part in parts if part is not None)


_COMPARE = "Vergelijk wat je typte teken voor teken met het herstelblad."


def _incomplete(typed: str, count: int) -> RecoveryCodeMistyped:
    rows = [length for row in typed.splitlines() if (length := len(_symbols(row)))]
    wrong = tuple(n + 1 for n, length in enumerate(rows) if length != _LINE) if len(rows) == LINES else ()
    if wrong:
        return RecoveryCodeMistyped(f"{_named(wrong)} van de herstelcode heeft geen {_LINE} tekens.", _COMPARE, wrong)
    return RecoveryCodeMistyped(
        f"De herstelcode heeft {LINES * _LINE} tekens; dit zijn er {count}.",
        "Typ alle vier de regels van het blad over.",
    )


def _named(numbers: tuple[int, ...]) -> str:
    return "Regel " + " en ".join(str(n) for n in numbers)


def _symbols(typed: str) -> bytes:
    """Return the values of the letters that count; a wrong letter counts as one, so that positions stay."""
    return bytes(_VALUE.get(letter, 255) for letter in typed.upper() if not letter.isspace() and letter not in "-–—_.,")


def _check(number: int, data: bytes) -> bytes:
    # the line's number is in it: two lines exchanged are found as well
    return hashlib.sha256(b"vangnet herstelcode" + bytes((number,)) + data).digest()[:_CHECK]


def _encode(number: int, data: bytes) -> str:
    value = int.from_bytes(data + _check(number, data), "big")
    letters = "".join(_ALPHABET[value >> shift & 31] for shift in range(5 * (_LINE - 1), -1, -5))
    return " ".join(letters[n : n + GROUP] for n in range(0, _LINE, GROUP))


def _decode(number: int, symbols: bytes) -> bytes | None:
    if max(symbols) > 31:
        return None
    value = 0
    for symbol in symbols:
        value = value << 5 | symbol
    data, check = divmod(value, 1 << 8 * _CHECK)
    raw = data.to_bytes(_DATA, "big")
    return raw if _check(number, raw) == check.to_bytes(_CHECK, "big") else None
