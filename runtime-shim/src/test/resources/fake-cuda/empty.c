/* A library that is only there to be found. */
int fake_library;
