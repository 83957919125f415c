# Read by jlink/run, jlink/pack and jlink/bench, with $here set to this folder: builds the runtime
# image when a source is newer than it. What the build says goes to stderr or into its log.

root=$here/..
image=$here/target/image

# A file that was removed shows as a newer folder.
stale() {
  [ ! -e "$here/target/image.built" ] ||
    [ -n "$(find "$root/pom.xml" "$root/.mvn" "$root/plugins" "$root/server" "$here/pom.xml" \
      "$here/src" \( -name target -o -path '*/src/test' \) -prune -o \
      \( -type f -o -path '*/src/*' \) -newer "$here/target/image.built" -print -quit)" ]
}

build_image() {
  log=$here/target/build.log
  "$here/find-jdk" >/dev/null || exit 1
  echo "jlink: building; the first time this takes some minutes" >&2
  mkdir -p "$here/target"
  if ! "$root/mvnw" -B -ntp -f "$root/pom.xml" -Pquick -Dmaven.test.skip=true \
    -pl jlink -am package </dev/null >"$log" 2>&1; then
    grep -E '^\[(WARNING|ERROR)\]' "$log" >&2 || true
    echo "jlink: the build failed; all it said is in $log" >&2
    exit 1
  fi
}

if stale; then
  build_image
fi
