/* Loaded in front of the runtime: says when an image is registered, and passes the call on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

void __tgt_register_lib(void *descriptor) {
    void (*real)(void *) = (void (*)(void *))dlsym(RTLD_NEXT, "__tgt_register_lib");
    fprintf(stderr, "__tgt_register_lib\n");
    real(descriptor);
}
