/* What the example uses of NCCL 2, so that it is compiled where NCCL is not. */
#include <stddef.h>

typedef struct ncclComm *ncclComm_t;
typedef struct {
    char internal[128];
} ncclUniqueId;
enum { ncclInt32 = 2, ncclInt64 = 4, ncclFloat32 = 7, ncclFloat64 = 8 };
enum { ncclSum = 0, ncclProd = 1, ncclMax = 2, ncclMin = 3 };

int ncclGetUniqueId(ncclUniqueId *id);
int ncclCommInitRank(ncclComm_t *comm, int ranks, ncclUniqueId id, int rank);
int ncclCommDestroy(ncclComm_t comm);
int ncclCommCount(ncclComm_t comm, int *ranks);
int ncclCommCuDevice(ncclComm_t comm, int *device);
int ncclCommUserRank(ncclComm_t comm, int *rank);
const char *ncclGetErrorString(int result);
int ncclGetVersion(int *version);
int ncclGroupStart(void);
int ncclGroupEnd(void);
int ncclAllReduce(const void *in, void *out, size_t count, int type, int op, ncclComm_t comm, void *stream);
int ncclBroadcast(const void *in, void *out, size_t count, int type, int root, ncclComm_t comm, void *stream);
int ncclAllGather(const void *in, void *out, size_t count, int type, ncclComm_t comm, void *stream);
int ncclReduceScatter(const void *in, void *out, size_t count, int type, int op, ncclComm_t comm, void *stream);
int ncclSend(const void *in, size_t count, int type, int peer, ncclComm_t comm, void *stream);
int ncclRecv(void *out, size_t count, int type, int peer, ncclComm_t comm, void *stream);
