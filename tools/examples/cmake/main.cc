#include "offload.h"
#include "smooth.h"

#include <cstdio>
#include <utility>
#include <vector>

/* A launch in another file than the kernel. */
static void step(const std::vector<double> &from, std::vector<double> &to) {
    const int threads = 64;
    int64_t n = static_cast<int64_t>(from.size());
    offload_kernel(-1);
    offload_for(smooth);
    offload_grid(static_cast<int32_t>((n + threads - 1) / threads), 1, 1);
    offload_block(threads, 1, 1);
    offload_map_pointer(from.data(), n * sizeof(double), OFFLOAD_TO);
    offload_map_pointer(to.data(), n * sizeof(double), OFFLOAD_FROM);
    smooth(n, from.data(), to.data());
}

int main() {
    std::vector<double> a(1000), b(1000);
    a[500] = 27;
    for (int i = 0; i < 3; i++) {
        step(a, b);
        std::swap(a, b);
    }
    std::printf("%.0f %.0f %.0f %.0f\n", a[496], a[497], a[498], a[500]);
}
