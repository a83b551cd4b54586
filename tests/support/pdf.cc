// PDF files made in memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf.h"

namespace lede::test {
namespace {

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

constexpr const char* kFont =
    "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";

}  // namespace

PdfMaker::PdfMaker() : objects_(2) {}

int PdfMaker::add(const std::string& object) {
  objects_.push_back(object);
  return static_cast<int>(objects_.size());
}

int PdfMaker::add_stream(const std::string& dictionary, const std::string& bytes) {
  return add("<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" +
             bytes + "\nendstream");
}

void PdfMaker::add_page(const std::vector<PdfLine>& lines) {
  std::string content = "BT /F1 11 Tf\n";
  for (const PdfLine& line : lines) {
    content += "1 0 0 1 " + std::to_string(line.x) + " " + std::to_string(line.y) + " Tm (" +
               line.text + ") Tj\n";
  }
  add_page(content + "ET", kFont);
}

void PdfMaker::add_page(const std::string& content, const std::string& resources) {
  const int stream = add_stream("", content);
  pages_.push_back(add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources " +
                       resources + " /Contents " + reference(stream) + " >>"));
}

std::string PdfMaker::finish(const std::string& info) {
  objects_[0] = "<< /Type /Catalog /Pages 2 0 R >>";
  objects_[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [";
  for (const int page : pages_) {
    objects_[1] += reference(page) + " ";
  }
  objects_[1] += "] >>";
  const int properties = add("<< " + info + " >>");
  std::string file = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const std::string offset = std::to_string(file.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects_.size() + 1);
  const std::string start = std::to_string(file.size());
  return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
         count + " /Root 1 0 R /Info " + reference(properties) + " >>\nstartxref\n" + start +
         "\n%%EOF\n";
}

std::string looping_pdf(int depth) {
  constexpr int kTimes = 10;
  PdfMaker pdf;
  const std::string form = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] ";
  int inner = pdf.add_stream(form + "/Resources " + kFont, "BT /F1 11 Tf 72 700 Td (ha) Tj ET");
  std::string all;
  for (int i = 0; i < kTimes; ++i) {
    all += "/Inner Do\n";
  }
  for (int level = 0; level < depth; ++level) {
    inner = pdf.add_stream(form + "/Resources << /XObject << /Inner " + reference(inner) + " >> >>",
                           all);
  }
  pdf.add_page(all, "<< /XObject << /Inner " + reference(inner) + " >> >>");
  return pdf.finish();
}

}  // namespace lede::test
