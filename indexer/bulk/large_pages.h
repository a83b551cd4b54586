// Memory in large pages of the processor, for what is read and written all over.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace lede {

inline constexpr std::size_t kLargePage = std::size_t{2} << 20U;

// At least `bytes`, to be given back with std::free(). Small pieces come from the heap as always.
// Throws std::bad_alloc.
inline void* allocate_large(std::size_t bytes) {
  const bool large = bytes >= kLargePage;
  const std::size_t whole = (bytes + kLargePage - 1) / kLargePage * kLargePage;
  void* memory = large ? std::aligned_alloc(kLargePage, whole) : std::malloc(bytes);
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  if (large) {
    ::madvise(memory, whole, MADV_HUGEPAGE);  // an advice: it may well be refused
  }
  return memory;
}

// For containers.
template <typename T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <typename U>
  explicit LargePageAllocator(const LargePageAllocator<U>&) {}

  [[nodiscard]] T* allocate(std::size_t count) {
    return static_cast<T*>(allocate_large(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }

  template <typename U>
  bool operator==(const LargePageAllocator<U>&) const {
    return true;
  }
};

}  // namespace lede
