/* Has no target region; that it is compiled for the target is enough for the linker wrapper to look into archives. */
int no_region;
