#include "engine/facts/csv.hpp"

#include <utility>

namespace labourlex {

namespace {

class CsvReader {
public:
    CsvReader(std::string_view text, std::uint32_t source, Diagnostics& diagnostics)
        : text_(text), source_(source), diagnostics_(diagnostics) {}

    std::optional<std::vector<CsvLine>> read() {
        std::vector<CsvLine> lines;
        while (at_ < text_.size()) {
            CsvLine line;
            bool more = true;
            while (more) {
                auto column = read_column();
                if (!column) return std::nullopt;
                line.push_back(std::move(*column));
                more = at_ < text_.size() && text_[at_] == ',';
                if (more) ++at_;
            }
            skip_line_end();
            if (line.size() > 1 || !line[0].text.empty()) lines.push_back(std::move(line));
        }
        return lines;
    }

private:
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    [[nodiscard]] bool at_column_end() const {
        return at_ >= text_.size() || text_[at_] == ',' || text_[at_] == '\n' ||
               (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n'));
    }

    std::optional<CsvColumn> read_column() {
        return at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain();
    }

    std::optional<CsvColumn> read_plain() {
        const std::size_t begin = at_;
        while (!at_column_end()) {
            if (text_[at_] == '"') {
                diagnostics_.report(Code::L0585, span(at_, at_ + 1));
                return std::nullopt;
            }
            ++at_;
        }
        return CsvColumn{std::string(text_.substr(begin, at_ - begin)), span(begin, at_)};
    }

    std::optional<CsvColumn> read_quoted() {
        const std::size_t begin = at_++;
        std::string content;
        while (true) {
            if (at_ == text_.size()) {
                diagnostics_.report(Code::L0584, span(begin, begin + 1));
                return std::nullopt;
            }
            if (text_[at_] != '"') {
                content += text_[at_++];
                continue;
            }
            ++at_;
            if (at_ == text_.size() || text_[at_] != '"') break;
            content += text_[at_++];
        }
        if (!at_column_end()) {
            diagnostics_.report(Code::L0585, span(at_, at_ + 1));
            return std::nullopt;
        }
        return CsvColumn{std::move(content), span(begin, at_)};
    }

    void skip_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    }

    std::string_view text_;
    std::uint32_t source_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<CsvLine>> read_csv(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics) {
    return CsvReader(sources.text(source), source, diagnostics).read();
}

}  // namespace labourlex
