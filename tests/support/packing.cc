// Archives and compressed bytes, made in memory: what tests of readers unpack.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/packing.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace lede::test {
namespace {

la_ssize_t append(archive* /*writer*/, void* out, const void* bytes, size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

class Packer {
 public:
  Packer() : writer_(archive_write_new()) {}
  ~Packer() { archive_write_free(writer_); }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  [[nodiscard]] archive* get() const { return writer_; }

  void filter(Filter filter) {
    switch (filter) {
      case Filter::kNone:
        return;
      case Filter::kGzip:
        archive_write_add_filter_gzip(writer_);
        return;
      case Filter::kZstd:
        archive_write_add_filter_zstd(writer_);
        return;
      case Filter::kXz:
        archive_write_add_filter_xz(writer_);
        return;
      case Filter::kBzip2:
        archive_write_add_filter_bzip2(writer_);
    }
  }

  void open() {
    archive_write_set_bytes_in_last_block(writer_, 1);
    if (archive_write_open(writer_, &out_, nullptr, append, nullptr) != ARCHIVE_OK) {
      throw std::runtime_error(archive_error_string(writer_));
    }
  }

  void add(const Member& member) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_perm(entry, 0644);
    if (!member.link_to.empty()) {
      archive_entry_set_filetype(entry, AE_IFLNK);
      archive_entry_set_symlink(entry, member.link_to.c_str());
    } else {
      archive_entry_set_filetype(entry, AE_IFREG);
      archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size() * member.repeated));
    }
    const int status = archive_write_header(writer_, entry);
    archive_entry_free(entry);
    if (status < ARCHIVE_WARN) {
      throw std::runtime_error(archive_error_string(writer_));
    }
    for (std::uint64_t i = 0; i < member.repeated && member.link_to.empty(); ++i) {
      archive_write_data(writer_, member.bytes.data(), member.bytes.size());
    }
  }

  std::string finish() {
    archive_write_close(writer_);
    return std::move(out_);
  }

 private:
  archive* writer_;
  std::string out_;
};

}  // namespace

std::string compressed(std::string_view bytes, Filter filter) {
  Packer packer;
  packer.filter(filter);
  archive_write_set_format_raw(packer.get());
  packer.open();
  packer.add({"data", std::string(bytes), {}});
  return packer.finish();
}

std::string make_zip(const std::vector<Member>& members) {
  Packer packer;
  archive_write_set_format_zip(packer.get());
  packer.open();
  for (const Member& member : members) {
    if (member.stored) {
      archive_write_zip_set_compression_store(packer.get());
    } else {
      archive_write_zip_set_compression_deflate(packer.get());
    }
    packer.add(member);
  }
  return packer.finish();
}

std::string make_tar(const std::vector<Member>& members, Filter filter) {
  Packer packer;
  packer.filter(filter);
  archive_write_set_format_pax_restricted(packer.get());
  packer.open();
  for (const Member& member : members) {
    packer.add(member);
  }
  return packer.finish();
}

}  // namespace lede::test
