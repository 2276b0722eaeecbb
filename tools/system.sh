#!/usr/bin/env bash
# Sees to it that the system libraries are there: installs them with apt where that is allowed, else prints the line.
set -euo pipefail

# what Qt's window, its drawing without a screen and its printing load at run time, and the Debian package of each
libraries=(
  libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0 libfontconfig.so.1=libfontconfig1
  libfreetype.so.6=libfreetype6 libdbus-1.so.3=libdbus-1-3 libX11.so.6=libx11-6 libX11-xcb.so.1=libx11-xcb1
  libxkbcommon.so.0=libxkbcommon0 libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb.so.1=libxcb1
  libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0
  libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0 libxcb-render.so.0=libxcb-render0
  libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
  libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
  libxcb-xkb.so.1=libxcb-xkb1 libcups.so.2=libcups2
)

[ "$(uname -s)" = Linux ] || exit 0
PATH=$PATH:/usr/sbin:/sbin
missing=()
present=$(ldconfig -p)
for entry in "${libraries[@]}"; do
  grep -q "^[[:space:]]*${entry%%=*} " <<<"$present" || missing+=("${entry#*=}")
done
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
[ ${#missing[@]} -gt 0 ] || exit 0

line="apt-get install --no-install-recommends -y ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "These system libraries are missing (named as Debian does): ${missing[*]}" >&2
  echo "Install them with your system's own package manager, then try again." >&2
  exit 1
fi
if [ "$(id -u)" = 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  as_root=(sudo)
else
  printf 'System libraries are missing. As an administrator, run:\n  apt-get update && %s\n' "$line" >&2
  exit 1
fi
echo "Installing system libraries: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# an out-of-date list of some other source need not stop this
"${as_root[@]}" apt-get update -qq || true
# env, because sudo may drop the variable
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null; then
  printf 'Installing failed. As an administrator, run:\n  apt-get update && %s\n' "$line" >&2
  exit 1
fi
