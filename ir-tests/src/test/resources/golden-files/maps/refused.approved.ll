; is a map bit refused that nobody can ask for?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr)

define void @delete(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 8) ]
  ret void
}
;; irgen: <stdin>:8:5: error: map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD [function 'delete', the first block: call void @k(ptr %x)]
;;     "offload.map"(i32 0, i64 64, i64 8) ]
;;     ^
