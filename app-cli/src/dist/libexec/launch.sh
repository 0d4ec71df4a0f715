# Starts the paycode command with the right Java; sourced by the launchers of a checkout and of a distribution.

# Ends with exit code 6: what is wrong, then what to do about it.
fail() {
  printf 'paycode: %s\n%s\n' "$1" "$2" >&2
  exit 6
}

# --- Java -------------------------------------------------------------------

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it." \
      "Set JAVA_HOME to a JDK 17 or later, or unset it."
  else
    java=$(command -v java) || fail "Java was not found." \
      "Install a JDK 17 or later, or set JAVA_HOME to one."
  fi
  check_java
}

# The release file of a JDK tells its version without the cost of starting it.
java_version() {
  version=
  runtime=
  program=$(resolve "$java")
  release=${program%/*/*}/release
  if [ -r "$release" ]; then
    while IFS='="' read -r key _ value _; do
      case $key in
        JAVA_VERSION) version=$value ;;
        JAVA_RUNTIME_VERSION) runtime=$value ;;
      esac
    done <"$release"
  fi
  [ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
}

check_java() {
  java_version
  case ${version%%[!0-9]*} in
    '' | [0-9] | 1[0-6])
      fail "Java ${version:-of an unknown version} at $java is too old; 17 or later is needed." \
        "Set JAVA_HOME to a JDK 17 or later."
      ;;
  esac
}

# --- Archive of classes -----------------------------------------------------

# A shared archive of the classes that a command needs halves the time until it starts. It fits one build of
# Java and these very jars; where it does not fit, Java does without it.
find_archive() {
  jar=$(echo "$lib"/paycode-app-cli-*.jar)
  archive=$1/${jar##*/}-${runtime:-$version}.jsa
}

is_archive_made() {
  [ "$archive" -nt "$jar" ]
}

# Takes seconds, once: not where nobody looks on, such as in a container that forgets it again.
offer_archive() {
  [ -t 2 ] || return 0
  is_archive_made && return
  echo "paycode: preparing a quick start, for this and every later time …" >&2
  make_archive
}

# Learns from one command against the sandbox, in an empty environment so that nobody's settings apply. Classes of
# signed jars cannot be archived, and Java 17 breaks over lambdas in them. What fails leaves an empty archive, so
# that one attempt is enough.
make_archive() (
  mkdir -p "${archive%/*}" || exit 0
  new=$archive.$$
  trap 'rm -f "$new" "$new".*' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  : >"$new" || exit 0
  # What one that was killed outright could not remove.
  for left in "$archive".[0-9]*; do
    owner=${left#"$archive".}
    kill -0 "${owner%%.*}" || rm -f "$left"
  done
  env -i "$java" $machine -XX:DumpLoadedClassList="$new.list" --enable-native-access=ALL-UNNAMED \
    -Dguice_bytecode_gen_option=DISABLED -cp "$lib/*" dev.paycode.cli.Main get --format json &&
    grep -v -e com/amazon/ -e org/bouncycastle/ "$new.list" >"$new.chosen" &&
    "$java" $machine -Xshare:dump -XX:SharedClassListFile="$new.chosen" \
      -XX:SharedArchiveFile="$new.jsa" -XX:ErrorFile="$new.error" -cp "$lib/*" &&
    mv -f "$new.jsa" "$new"
  touch "$new"
  mv -f "$new" "$archive"
) </dev/null >/dev/null 2>&1

# --- Start ------------------------------------------------------------------

# Short runs gain more from a quick start than from optimised code. Java's own warnings would go to stdout.
machine='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable'

# Both names of each encoding: Java 17 knows the sun. ones, 19 and later the others. Native access is for the
# terminal; Guice without bytecode of its own starts sooner and leaves sun.misc.Unsafe alone. A proxy is told the
# user and password that are set for it, and never any other.
start() {
  # Where one of them is closed, Java would take for it whatever file it opens first.
  { command : 3<&0; } 2>/dev/null || exec </dev/null
  { command : 3>&2; } 2>/dev/null || exec 2>/dev/null
  quick=
  [ -s "$archive" ] && is_archive_made && quick=-XX:SharedArchiveFile=$archive
  # What encrypts kept codes uses sun.misc.Unsafe, and from Java 24 on Java would say so on stderr.
  unsafe=
  [ "${version%%[!0-9]*}" -ge 23 ] && unsafe=--sun-misc-unsafe-memory-access=allow
  # Java asks a terminal for its width only where stdin is one, too, and it can be drawn on.
  columns=
  if [ -t 1 ] && { ! [ -t 0 ] || [ "${TERM:-dumb}" = dumb ]; }; then
    { columns=$(stty size <&3 2>/dev/null); } 3<&1
    columns=${columns#* }
  fi
  progress=off
  [ -t 2 ] && progress=on
  exec "$java" $machine -Xshare:auto ${quick:+"$quick"} \
    --enable-native-access=ALL-UNNAMED $unsafe \
    -Dguice_bytecode_gen_option=DISABLED \
    -Djdk.http.auth.tunneling.disabledSchemes= \
    -Dpaycode.progress=$progress \
    -Dpaycode.columns="$columns" \
    -Dfile.encoding=UTF-8 \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 \
    -cp "$lib/*" dev.paycode.cli.Main "$@"
}
