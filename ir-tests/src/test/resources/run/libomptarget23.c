/* Plays libomptarget 23 in front of libomptarget 22, for linked programs: launches are its own, and take what 23 takes; data
 * is left to the library behind it. Written after LLVM's pull requests 185989, 199483 and 205355. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TARGET_PARAM = 0x20, LITERAL = 0x100, STRICT = 1 << 6, MOST = 256 };

typedef struct {
    uint32_t version, count;
    void **bases, **begins;
    int64_t *sizes, *types;
    void **names, **mappers;
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef struct {
    void *begin, *end;
    void *entries, *entries_end;
} Image;

typedef struct {
    int32_t images;
    Image *image;
    char *entries, *entries_end;
} Descriptor;

static Descriptor *registered;
static void *code;

static _Noreturn void stop(const char *why) {
    fprintf(stderr, "libomptarget 23: %s\n", why);
    abort();
}

/* What tells programs that they run on 23. */
void __tgt_register_rpc_callback(unsigned (*callback)(void *, unsigned)) { (void)callback; }

void __tgt_register_lib(Descriptor *descriptor) {
    ((void (*)(Descriptor *))dlsym(RTLD_NEXT, "__tgt_register_lib"))(descriptor);
    if (descriptor->images) {
        registered = descriptor;
    }
}

static void open_image(void) {
    char file[] = "/tmp/offload4j-played-XXXXXX";
    size_t size = (char *)registered->image[0].end - (char *)registered->image[0].begin;
    int descriptor = mkstemp(file);
    if (descriptor < 0 || write(descriptor, registered->image[0].begin, size) != (ssize_t)size) {
        stop("the image cannot be written");
    }
    close(descriptor);
    code = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    unlink(file);
    if (!code) {
        stop(dlerror());
    }
}

static const char *name_of(void *id) {
    /* entries of up to 19 begin with an address, later ones with a zero */
    for (char *at = registered->entries; at < registered->entries_end;) {
        int old = *(void **)at != NULL;
        void **fields = (void **)(old ? at : at + 16);
        if (fields[0] == id) {
            return fields[1];
        }
        at += old ? 32 : 56;
    }
    stop("a kernel is launched that nobody has registered");
}

int __tgt_target_kernel(void *where, int64_t device, int32_t teams, int32_t limit, void *id, Arguments *a) {
    static __thread void *values[MOST], *addresses[MOST];
    void *(*mapped)(const void *, int) = (void *(*)(const void *, int))dlsym(RTLD_NEXT, "omp_get_mapped_ptr");
    (void)where, (void)teams, (void)limit;
    if (a->version < 5) {
        stop("Incompatible kernel argument version for plugin");
    }
    if (!(a->flags & STRICT)) {
        stop("Bare kernels must be strict");
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        if (a->types[i] & TARGET_PARAM) {
            values[count++] =
                a->types[i] & LITERAL ? a->bases[i] : mapped(a->begins[i], device < 0 ? 0 : (int)device);
        }
    }
    if (!count || values[count - 1]) {
        stop("the last entry is no place");
    }
    values[count - 1] = (void *)~(uintptr_t)0;
    for (uint32_t i = 0; i < count; i++) {
        addresses[i] = &values[i];
    }
    if (!code) {
        open_image();
    }
    ((void (*)(void **))dlsym(code, name_of(id)))(addresses);
    return 0;
}
