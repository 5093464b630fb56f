/* Rows of the table that a check prints; the including file counts failures. */

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

typedef struct {
  const char *what;
  int status;
  long wrong;
  double start, took;
} Row;

static Row begin_row(const char *what) { return (Row){what, 0, 0, now(), 0}; }

static void end_row(Row *row, const char *detail) {
  row->took = now() - row->start;
  printf("| %s | %s | %d | %ld | %.2f |\n", row->what, detail, row->status, row->wrong, row->took);
  failures += row->status != 0 || row->wrong != 0;
}
