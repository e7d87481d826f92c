#!/bin/bash
# Fuzzes the readers, the rules and the ledger: Fuzz/run.sh [--fast | --blind] [--seconds N | --executions N] [--record] [TARGET ...]
#
# libFuzzer does not link through SwiftPM, so the sources are compiled here, into one program; the target is chosen by
# FUZZ_TARGET. Ten seconds a target by default, under AddressSanitizer with inputs up to 4096 bytes. --fast leaves the
# sanitizer out and keeps inputs under 257 bytes. --blind also leaves out the counters of coverage, whose reading takes more
# time than the code under test: many more executions, of mutations of what the other runs have found. What --fast finds, the
# next run without it replays under the sanitizer. --record adds the figures to Fuzz/RESULTS.md. An input that crashes is left
# in .build/fuzz/crashes: make it a test, then mend the fault.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/prerequisites
require_swift
limit=(-max_total_time=10)
sanitizer=address
longest=4096
record=
targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --fast) sanitizer=none longest=256 ;;
    --blind) sanitizer=blind longest=256 ;;
    --seconds) limit=("-max_total_time=$2"); shift ;;
    --executions) limit=("-runs=$2"); shift ;;
    --record) record=yes ;;
    *) targets+=("$1") ;;
    esac
    shift
done
[ ${#targets[@]} -gt 0 ] || targets=($(sed -n 's/^ *"\([a-z]*\)": .*/\1/p' Fuzz/Targets/Fuzz.swift))

found=.build/fuzz
build=$found/$sanitizer
mkdir -p $build $found/crashes
case $sanitizer in
address) instruments=(-sanitize=fuzzer,address) c_instruments=(-fsanitize=fuzzer-no-link,address) ;;
none) instruments=(-sanitize=fuzzer) c_instruments=(-fsanitize=fuzzer-no-link) ;;
blind) instruments=() c_instruments=() ;;
esac
includes=(-I Sources/CUTF8Proc -I Sources/CSQLite -I Sources/CZlib -I Sources/CZstd -I $build)
for module in CKernels CXXHash CCLD2; do includes+=(-I Sources/$module/include); done

# An object is made anew where a source is newer.
stale() { [ ! -e "$1" ] || [ -n "$(find "${@:2}" -newer "$1" -type f | head -n 1)" ]; }

for module in CKernels CXXHash CCLD2; do
    stale $build/$module.a Sources/$module Sources/CKernels/include || continue
    mkdir -p $build/$module
    rm -f $build/$module/*.o
    for source in $(find Sources/$module -name '*.c' -o -name '*.cpp'); do
        clang -O2 -g "${c_instruments[@]}" -I Sources/$module/include -I Sources/CKernels/include -c "$source" -o "$build/$module/$(basename "$source").o"
    done
    ar rcs $build/$module.a $build/$module/*.o
done

compile() {
    swiftc -swift-version 6 -O -g -wmo -parse-as-library "${instruments[@]}" "${includes[@]}" -enable-testing "$@"
}
for module in Tamis TamisIO; do
    stale $build/$module.o Sources/$module || continue
    echo "Compiling $module" >&2
    find Sources/$module -name '*.swift' -print0 | sort -z | xargs -0 bash -c 'printf "%s\n" "$@"' bash >$build/$module.sources
    compile -module-name $module -package-name tamis -emit-module -emit-module-path $build/$module.swiftmodule -emit-object -o $build/$module.o @$build/$module.sources
done
parts=($build/{Tamis,TamisIO}.o $build/{CXXHash,CKernels,CCLD2}.a)
if stale $build/fuzz Fuzz/Targets "${parts[@]}"; then
    echo "Compiling the targets" >&2
    # The compiler leaves its module beside the debugging information.
    trap 'rm -f Fuzz-*.swift*' EXIT
    [ $sanitizer != blind ] || instruments=(-sanitize=fuzzer)
    compile -use-ld=lld -module-name Fuzz -o $build/fuzz Fuzz/Targets/*.swift "${parts[@]}" \
        -lz -lzstd -lsqlite3 -lutf8proc -lstdc++
fi

# Memory stays with the process: giving it back after each input and asking for it again takes a third of the time.
export MALLOC_TOP_PAD_=67108864 MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_MMAP_THRESHOLD_=1000000000
failed=0
for target in "${targets[@]}"; do
    mkdir -p "$found/corpus/$target" "Fuzz/corpus/$target"
    log=$found/$target-$sanitizer.log
    status=0
    # Tables that are made once and never freed look like leaks.
    ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target $build/fuzz "$found/corpus/$target" "Fuzz/corpus/$target" "${limit[@]}" -max_len=$longest -timeout=20 -rss_limit_mb=2048 -detect_leaks=0 \
        -print_final_stats=1 -artifact_prefix="$found/crashes/$target-" >"$log" 2>&1 || status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    crashes=$((status != 0))
    echo "$target: ${executions:-0} executions, ${rate:-0} a second, $crashes crashes"
    [ -z "$record" ] || Fuzz/record "$target" $sanitizer "$longest" "${executions:-0}" "${rate:-0}" $crashes
    [ $status -eq 0 ] || { failed=1; tail -n 25 "$log" >&2; }
done
exit $failed
