// libarchive reading from a ByteSource: what compressed files and archives share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/libarchive.h"

#include <cerrno>
#include <cstdio>
#include <new>

namespace lede {

ArchiveHandle::ArchiveHandle(ByteSource& source) : source_(source), handle_(archive_read_new()) {
  if (handle_ == nullptr) {
    throw std::bad_alloc();
  }
}

ArchiveHandle::~ArchiveHandle() { archive_read_free(handle_); }

int ArchiveHandle::open() {
  archive_read_set_read_callback(handle_, read_block);
  archive_read_set_callback_data(handle_, this);
  if (source_.size()) {
    archive_read_set_seek_callback(handle_, seek_to);
    archive_read_set_skip_callback(handle_, skip_over);
  }
  return archive_read_open1(handle_);
}

Failure ArchiveHandle::damaged(const std::string& what) const {
  if (error_) {
    return fail(*error_);
  }
  const char* text = archive_error_string(handle_);
  return fail(ErrorCode::kUnreadable, source_.name() + ": " + what + " (" +
                                          (text != nullptr ? text : "unknown error") + ")");
}

la_ssize_t ArchiveHandle::read_block(archive* handle, void* self, const void** buffer) {
  auto& input = *static_cast<ArchiveHandle*>(self);
  auto block = input.source_.next();
  if (!block) {
    input.error_ = block.error();
    archive_set_error(handle, EIO, "%s", input.error_->message.c_str());
    return ARCHIVE_FATAL;
  }
  input.used_ += block->size();
  input.position_ += block->size();
  *buffer = block->data();
  return static_cast<la_ssize_t>(block->size());
}

la_int64_t ArchiveHandle::seek_to(archive* /*handle*/, void* self, la_int64_t offset, int whence) {
  auto& input = *static_cast<ArchiveHandle*>(self);
  std::int64_t target = offset;
  if (whence == SEEK_CUR) {
    target += static_cast<std::int64_t>(input.position_);
  } else if (whence == SEEK_END) {
    target += static_cast<std::int64_t>(input.source_.size().value_or(0));
  }
  if (target < 0 || !input.source_.seek(static_cast<std::uint64_t>(target))) {
    return ARCHIVE_FATAL;
  }
  input.position_ = static_cast<std::uint64_t>(target);
  return target;
}

la_int64_t ArchiveHandle::skip_over(archive* handle, void* self, la_int64_t count) {
  const auto& input = *static_cast<ArchiveHandle*>(self);
  const auto left = input.source_.size().value_or(0) - input.position_;
  if (count <= 0 || static_cast<std::uint64_t>(count) > left) {
    return 0;  // to be read, and found missing
  }
  return seek_to(handle, self, count, SEEK_CUR) < 0 ? 0 : count;
}

}  // namespace lede
