#!/usr/bin/env bash
# Runs both README commands on the last commit in a bare Debian root, as on a computer that has seen nothing yet.
# This machine's settings for apt and pip are lent to the root while it runs; none of them stay behind.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "fresh-check needs root: it mounts and enters a root file system of its own." >&2; exit 1; }
for tool in debootstrap chroot unshare; do
  command -v "$tool" >/dev/null || { echo "fresh-check needs $tool (apt-get install debootstrap util-linux)." >&2; exit 1; }
done
suite=${SUITE:-bookworm}
root=$PWD/build/fresh
log=$PWD/build/fresh.log
base=$PWD/build/fresh-$suite.tar

# All mounting happens in a mount namespace of its own, which ends with the inner run. The outer one never sees a mount
# under the root, so that clearing it away can only touch the root itself.
if [ -z "${FRESH_INSIDE:-}" ]; then
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
  FRESH_INSIDE=1 unshare --mount --propagation private "$0" "$@"
  exit
fi

step() { printf '%6ss  %s\n' "$SECONDS" "$1"; }

# --- a bare root, kept as an archive so that a second check does not fetch it again
mkdir "$root"
if [ -f "$base" ]; then
  tar -xpf "$base" -C "$root"
  step "bare $suite taken from build/"
else
  mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite="$suite" '$1 == suite {print $2; exit}' || true)
  debootstrap --variant=minbase "$suite" "$root" $mirror >"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
  tar -cpf "$base.part" -C "$root" . && mv "$base.part" "$base"
  step "bare $suite made"
fi

# --- lend it this machine's way to its packages
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
lend() { # the file or folder $1 appears in the root at the same place, read-only
  [ -e "$1" ] || return 0
  [ ! -d "$1" ] || mkdir -p "$root$1"
  [ -d "$1" ] || { mkdir -p "$root$(dirname "$1")"; [ -e "$root$1" ] || touch "$root$1"; }
  mount --bind "$1" "$root$1" && mount -o remount,bind,ro "$root$1"
}
lend "$(readlink -f /etc/resolv.conf)"
[ -L /etc/resolv.conf ] || [ -e "$root/etc/resolv.conf" ] || cp -L /etc/resolv.conf "$root/etc/resolv.conf"
lend /etc/hosts
apt-config dump | grep -iE '^Acquire::(http|https|ftp|Check-|Retries)' >"$root/etc/apt/apt.conf.d/00lent" || true
if [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = "$suite" ]; then
  rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
  cp -a /etc/apt/sources.list* "$root/etc/apt/"
  lend /usr/share/keyrings
  lend /etc/apt/trusted.gpg.d
fi
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
{ chroot "$root" apt-get update && chroot "$root" apt-get install -y --no-install-recommends \
  python3-venv make git ca-certificates; } >>"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
step "python3-venv, make, git, ca-certificates installed"

settings=()
while IFS= read -r line; do settings+=("$line"); done < <(env | grep -E '^(PIP_[A-Z_]+|[a-zA-Z]+_(proxy|PROXY))=')
# every file or folder that pip's settings name, and the files that hold them
while IFS= read -r place; do lend "$place"; done < <(
  { python3 -m pip config debug 2>/dev/null | sed -nE "s/^ *(.*pip\.conf), exists: True$/\1/p"
    python3 -m pip config list 2>/dev/null | grep -oE "(file://)?/[^ '\"]+" | sed 's,^file://,,' | sed 's,/simple/*$,,'
  } | sort -u)

# --- the last commit, and nothing else
mkdir -p "$root/school/vangnet"
git archive HEAD | tar -x -C "$root/school/vangnet"
inside() {
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
    "${settings[@]}" chroot "$root" /bin/bash -c "cd /school/vangnet && $1" </dev/null 2>&1 | tee -a "$log"
}
failed=0
for command in "make test" "make run"; do
  echo "--- $command"
  if inside "$command"; then step "$command: works"; else step "$command: FAILS"; failed=1; fi
done
echo "--- left in build/demo:"
find "$root/school/vangnet/build/demo" -type f -printf '%8s  %P\n' 2>/dev/null | sort -k2 || true
rm -rf build/fresh-demo
[ ! -d "$root/school/vangnet/build/demo" ] || cp -r "$root/school/vangnet/build/demo" build/fresh-demo
exit $failed
