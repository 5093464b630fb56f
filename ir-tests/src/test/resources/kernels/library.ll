; What the host computes with its math library.

declare double @llvm.sin.f64(double)

define void @sine_and_remainder(ptr %out, double %x, double %y) "offload-kernel" {
  %sine = call double @llvm.sin.f64(double %x)
  store double %sine, ptr %out
  %remainder = frem double %x, %y
  %p = getelementptr double, ptr %out, i64 1
  store double %remainder, ptr %p
  ret void
}
