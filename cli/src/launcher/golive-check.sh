#!/bin/sh
# golive-check: a shell script, followed by a Java archive. Runs on Java 17 or newer, taken from
# JAVA_HOME or the PATH. GOLIVE_CHECK_OPTS contains further options for Java. Where there is no
# shell, "java -jar golive-check" does the same. An archive with its own Java has this script alone,
# since that Java contains the command.

fail() {
  printf 'golive-check: %s\n' "$1" >&2
  exit 3
}

# Where this file really is: Java, and the class-data archive beside, want the one true path.
self=$0
case $self in
  */*) ;;
  *) self=$(command -v -- "$self") || self=$0 ;;
esac
while [ -h "$self" ]; do
  target=$(command -p readlink -- "$self") || fail "cannot follow the link $self"
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
case $self in
  */*) ;;
  *) self=./$self ;;
esac
folder=$(CDPATH='' cd -P -- "${self%/*}/" && pwd -P) || fail "cannot enter the folder of $self"
self=${folder%/}/${self##*/}

# Which Java. Its release file tells the version without starting it.
own=
home=${folder%/bin}/lib/golive-check
if [ -x "$home/bin/java" ]; then
  own=true
  java=$home/bin/java
elif [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it; set it to a JDK 17 or newer"
  home=$JAVA_HOME
else
  java=$(command -v java) || fail "Java was not found; install Java 17 or newer, or set JAVA_HOME to one"
  home=$(readlink -f -- "$java" 2>/dev/null) || home=
  home=${home%/bin/java}
fi
version=
if [ -r "$home/release" ]; then
  while IFS='="' read -r name _ value rest; do
    [ "$name" = JAVA_VERSION ] && version=$value && break
  done <"$home/release"
fi
if [ -z "$version" ]; then
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
fi
major=${version%%[!0-9]*}
if [ -n "$major" ] && [ "$major" -lt 17 ]; then
  fail "Java $version is too old ($java); install Java 17 or newer, or set JAVA_HOME to one"
fi

# Java reads file names by the locale. The plain one knows no letters beyond ASCII, and one that is
# not installed counts as the plain one, as does "UTF-8" alone, which a Mac sends through ssh.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX | *UTF-8 | *utf-8 | *UTF8 | *utf8) export LC_ALL=C.UTF-8 ;;
esac

# Java's own warnings go to standard error, so that standard output contains only the report. An
# archive that does not fit this Java is not reported.
if [ -n "$own" ]; then
  set -- -m org.golivecheck.command "$@"
else
  set -- -jar "$self" "$@"
fi
if [ -t 1 ]; then
  columns=$(command -p stty size 2>/dev/null <&1)
  set -- -Dgolivecheck.terminal=true "-Dgolivecheck.columns=${columns#* }" "$@"
fi
if [ -t 2 ]; then
  set -- -Dgolivecheck.error-terminal=true "$@"
fi

# With an archive of what it has loaded before, Java starts in half the time. An archive fits one
# Java and one place of this file alone, so where none is beside this file, each user has one, made
# after the first use. Nothing waits for it, and nothing depends on it.
make_archive() {
  umask 077
  making=$archive.making
  mkdir -p "${archive%/*}" && mkdir "$making" || return
  while kill -0 $$; do sleep 1; done
  "$java" "$make=$making/jsa" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Dgolivecheck.sample=true -jar "$self"
  # One of no bytes says that this Java makes none.
  [ -s "$making/jsa" ] || : >"$making/jsa"
  mv -f "$making/jsa" "$archive"
  rm -rf "$making"
}
if [ -r "$self.jsa" ]; then
  set -- "-XX:SharedArchiveFile=$self.jsa" "$@"
elif [ -z "$own" ]; then
  if [ "${major:-0}" -ge 25 ]; then
    use=-XX:AOTCache make=-XX:AOTCacheOutput
  else
    use=-XX:SharedArchiveFile make=-XX:ArchiveClassesAtExit
  fi
  cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}
  archive=$cache/golive-check/@JAR_HASH@/$version$self.jsa
  case $cache in
    /.cache | [!/]*) ;; # no home
    *)
      # shellcheck disable=SC3013 # -nt is in no standard, but in every shell
      if [ -e "$archive" ] && [ ! "$self" -nt "$archive" ] && [ ! "$home/release" -nt "$archive" ]; then
        [ -s "$archive" ] && set -- "$use=$archive" "$@"
      elif [ -z "${CI:-}" ]; then
        # A machine that builds starts afresh each time.
        make_archive </dev/null >/dev/null 2>&1 &
      fi
      ;;
  esac
fi
set -f
# The quick compiler alone, and not as soon as usual, starts faster, and is no slower on large logs if
# it compiles long loops at once and puts larger methods into others. The serial collector starts a
# few milliseconds later than the usual one, but gives back what rows have outgrown: two million
# calls take half the memory. Rows are not copied while they are young, and the heap grows in larger
# steps. Measured in benchmarks/RESULTS.md. A Java may lack an option.
flags="-Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr
  -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -XX:TieredStopAtLevel=1
  -XX:CompileThresholdScaling=2 -XX:Tier3BackEdgeThreshold=2000 -XX:C1MaxInlineSize=45
  -XX:+UseSerialGC -Xms64m -Xmn32m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20
  -XX:MinHeapDeltaBytes=24m -XX:PretenureSizeThreshold=16k
  ${GOLIVE_CHECK_OPTS:-}"
# A Java that cannot start exits with 1, which would mean FAIL.
if [ -n "${GOLIVE_CHECK_OPTS:-}${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-}" ]; then
  # shellcheck disable=SC2086 # options are separated by spaces
  why=$("$java" $flags -version 2>&1) || fail "Java cannot start: $why"
fi
# shellcheck disable=SC2086
exec "$java" $flags "$@"
exit 3
