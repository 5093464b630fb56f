#!/bin/sh
# Prints the spec of streams.c: twenty products, each of what the one before has made.
cat <<'SPEC'
data:
  - name: put
    action: enter
    parameters:
      - {name: n, type: i32}
      - {name: A, type: ptr, map: to, element: float, count: n * n}
      - {name: B, type: ptr, map: to, element: float, count: n * n}
      - {name: C, type: ptr, map: to, element: float, count: n * n}
  - name: take
    action: exit
    parameters:
      - {name: n, type: i32}
      - {name: A, type: ptr, map: release, element: float, count: n * n}
      - {name: B, type: ptr, map: from, element: float, count: n * n}
      - {name: C, type: ptr, map: from, element: float, count: n * n}
offloads:
SPEC
for how in waiting streamed; do
    cat <<SPEC
  - name: run_$how
    parameters:
      - {name: handle, type: ptr, pass: host}
      - {name: n, type: i32}
      - {name: one, type: ptr, pass: host}
      - {name: zero, type: ptr, pass: host}
      - {name: A, type: ptr, map: to, element: float, count: n * n}
      - {name: B, type: ptr, map: tofrom, element: float, count: n * n}
      - {name: C, type: ptr, map: tofrom, element: float, count: n * n}
    calls:
SPEC
    for i in 1 2 3 4 5 6 7 8 9 10; do
        for arrays in "B, n, zero, C" "C, n, zero, B"; do
            [ $how = waiting ] && ordered="synchronize: cuda" || ordered="stream: handle"
            echo "      - {callee: cublasSgemm_v2, host: true, returns: i32, $ordered, arguments: [handle," \
                "{value: 0, type: i32}, {value: 0, type: i32}, n, n, n, one, A, n, $arrays, n]}"
        done
    done
done
