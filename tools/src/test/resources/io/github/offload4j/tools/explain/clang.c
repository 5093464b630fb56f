struct S { int n; float *p; };
void saxpy(long n, float a, float *x, float *y) {
#pragma omp target teams distribute parallel for map(to: x[0:n]) map(tofrom: y[0:n])
  for (long i = 0; i < n; i++) y[i] = a * x[i] + y[i];
}
void deep(struct S *s) {
#pragma omp target map(tofrom: s[0:1], s->p[0:100])
  s->p[0] = s->n;
}
void gemv(float *a, float *y);
void host(float *a, float *y) {
#pragma omp target data map(to: a[0:24]) map(from: y[0:6]) use_device_ptr(a, y)
  gemv(a, y);
}
int fixed[64];
void update(void) {
#pragma omp target enter data map(to: fixed) device(1)
#pragma omp target update from(fixed[0:16]) device(1)
#pragma omp target exit data map(delete: fixed) device(1)
}
