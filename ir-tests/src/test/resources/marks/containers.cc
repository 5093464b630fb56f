// Marks among vectors, destructors, templates and exceptions.
#include "offload.h"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

template <class T> OFFLOAD_KERNEL void axpy(int64_t n, T a, const T *x, T *y) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        y[i] += a * x[i];
    }
}

extern "C" double library_sum(const double *values, int64_t n);

struct Announced {
    std::string name;
    ~Announced() { std::printf("end of %s\n", name.c_str()); }
};

template <class T> struct Data {
    Announced announced;
    std::vector<T> values;
    T &at(size_t index) {
        if (index >= values.size()) {
            throw std::out_of_range(announced.name);
        }
        return values[index];
    }
};

template <class T> void run(size_t n, size_t needed) {
    Data<T> x{{"x"}, std::vector<T>(n, 3)};
    Data<T> y{{"y"}, std::vector<T>(n, 1)};
    offload_kernel(-1);
    offload_for(axpy<T>);
    offload_grid((n + 63) / 64, 1, 1);
    offload_block(64, 1, 1);
    offload_map_pointer(x.values.data(), x.values.size() * sizeof(T), OFFLOAD_TO);
    y.at(needed); // throws between marks and call
    offload_map_pointer(y.values.data(), y.values.size() * sizeof(T), OFFLOAD_TOFROM);
    axpy<T>(static_cast<int64_t>(y.values.size()), 2, x.values.data(), y.values.data());
    std::printf("%.1f %.1f\n", static_cast<double>(y.at(0)), static_cast<double>(y.at(n - 1)));
}

int main() {
    run<float>(1000, 999);
    try {
        run<double>(10, 10);
    } catch (const std::out_of_range &caught) {
        std::printf("caught %s\n", caught.what());
    }
    std::vector<double> values(100, 0.5);
    offload_host(-1);
    offload_for(library_sum);
    offload_map_pointer(values.data(), values.size() * sizeof(double), OFFLOAD_TO);
    std::printf("%.1f\n", library_sum(values.data(), values.size()));
}
