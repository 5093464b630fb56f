// What C++ brings that newer LLVMs write anew: destructors, exceptions, lifetimes, vectors of masked accesses.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};

struct Circle : Shape {
  explicit Circle(double radius) : radius(radius) {}
  double area() const override { return radius * radius * 3; }
  double radius;
};

struct Square : Shape {
  explicit Square(double side) : side(side) {}
  double area() const override { return side * side; }
  double side;
};

static int parsed(const std::string &text) {
  try {
    return std::stoi(text);
  } catch (const std::invalid_argument &) {
    return -1;
  }
}

static void gather(float *__restrict y, const float *__restrict x, const int *__restrict index, int n) {
  for (int i = 0; i < n; i++)
    if (index[i] > 3)
      y[i] = x[index[i]] * 2;
}

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  for (int i = 0; i < 10; i++) {
    if (i % 2)
      shapes.push_back(std::make_unique<Circle>(i));
    else
      shapes.push_back(std::make_unique<Square>(i));
  }
  double total =
      std::accumulate(shapes.begin(), shapes.end(), 0.0, [](double sum, auto &shape) { return sum + shape->area(); });
  std::map<std::string, int> words;
  for (const char *word : {"a", "b", "a", "c", "a"})
    words[word]++;
  for (auto &[word, count] : words)
    std::cout << word << count << ' ';
  std::vector<float> x(1000), y(1000);
  std::vector<int> index(1000);
  for (int i = 0; i < 1000; i++) {
    x[i] = i;
    index[i] = i * 7919 % 1000;
  }
  gather(y.data(), x.data(), index.data(), 1000);
  std::sort(y.begin(), y.end());
  double root = 0;
  for (float value : y)
    root += value > 0 ? std::pow(value, 0.5) : 0;
  std::cout << total << ' ' << parsed("42") << parsed("no") << ' ' << root << '\n';
}
