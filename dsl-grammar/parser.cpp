// Reading a law file statement by statement.
//
// A statement starts in the first column and nothing else does, so the text is cut into statements before any of it is
// understood. Each is then parsed by itself: what goes wrong in one cannot spread to the next.
#include "dsl-grammar/parser.hpp"

#include "dsl-grammar/clause_table.hpp"
#include "dsl-grammar/grammar.hpp"
#include "dsl-grammar/parse_explanation.hpp"
#include "dsl-grammar/text_check.hpp"
#include "dsl-grammar/tree_builder.hpp"

#include <utility>

namespace labourlex {

namespace parsing {

int Reading::indentation(std::uint32_t offset) const {
    std::uint32_t line = offset;
    while (line > 0 && text[line - 1] != '\n') {
        if (text[line - 1] != ' ' && text[line - 1] != '\t') return -1;
        --line;
    }
    return static_cast<int>(offset - line);
}

namespace {

/// The bytes of one statement with everything up to the next one, and where its last word or mark ends.
struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t content_end = 0;
};

/// Where the statements begin, and what stands before the first.
struct Cut {
    std::uint32_t start = 0;            ///< after a byte order mark
    std::vector<Piece> pieces;
};

Cut cut(std::string_view text) {
    Cut result;
    result.start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::size_t line = result.start;
    while (line < text.size()) {
        const char first = text[line];
        const bool opens = first != ' ' && first != '\t' && first != '\n' && first != '\r' && first != '#';
        if (opens) {
            const auto begin = static_cast<std::uint32_t>(line);
            if (!result.pieces.empty()) result.pieces.back().end = begin;
            result.pieces.push_back({begin, 0, begin});
        }
        const std::size_t end = text.find('\n', line);
        if (end == std::string_view::npos) break;
        line = end + 1;
    }
    if (!result.pieces.empty()) result.pieces.back().end = static_cast<std::uint32_t>(text.size());
    return result;
}

/// Reads all statements of one source.
class FileParser {
public:
    FileParser(std::string_view text, std::uint32_t source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics) {
        reading_.text = text;
        file_.source = source;
    }

    syntax::File run() {
        Cut parts = cut(reading_.text);
        const std::uint32_t first = parts.pieces.empty() ? static_cast<std::uint32_t>(reading_.text.size())
                                                         : parts.pieces.front().begin;
        read_prelude(parts.start, first);
        for (Piece& piece : parts.pieces) collect_comments(piece);
        bool reported_continuation = false;
        for (std::size_t i = 0; i < parts.pieces.size(); ++i) {
            const Piece& piece = parts.pieces[i];
            if (is_statement(piece)) {
                reported_continuation = false;
                // A line that should have been indented belongs to this statement, which is then not whole.
                const bool has_next = i + 1 < parts.pieces.size();
                const bool lost = has_next && !is_statement(parts.pieces[i + 1]) && continues(parts.pieces[i + 1]);
                if (!has_tab_in_indentation(piece)) {
                    read_statement(piece, !lost, diagnostics_);
                    continue;
                }
                Diagnostics follow_on;
                read_statement(piece, !lost, follow_on);
                file_.complete = false;
                continue;
            }
            file_.complete = false;
            // The lines of a statement that was not indented are one mistake, not many.
            if (reported_continuation && continues(piece)) continue;
            reported_continuation = !explain_opening(failure(piece), diagnostics_);
        }
        file_.trailing_comments = std::move(comments_);
        return std::move(file_);
    }

private:
    [[nodiscard]] std::string_view rest(std::uint32_t offset) const { return reading_.text.substr(offset); }
    [[nodiscard]] bool is_statement(const Piece& piece) const {
        return keyword_at(rest(piece.begin), KeywordRole::statement) != nullptr;
    }
    /// A tab indents some line of the piece. It was reported, and the columns of the piece mean nothing.
    [[nodiscard]] bool has_tab_in_indentation(const Piece& piece) const {
        const std::string_view text = reading_.text.substr(0, piece.content_end);
        for (std::size_t tab = text.find('\t', piece.begin); tab != std::string_view::npos; tab = text.find('\t', tab + 1)) {
            const std::size_t before = text.find_last_not_of(' ', tab - 1);
            if (tab == 0 || before == std::string_view::npos || text[before] == '\n') return true;
        }
        return false;
    }
    [[nodiscard]] Failure failure(const Piece& piece) const {
        return {reading_, source_, piece.begin, piece.content_end};
    }
    [[nodiscard]] bool continues(const Piece& piece) const {
        Diagnostics unheard;
        return !explain_opening(failure(piece), unheard);
    }

    /// Before the first statement stand only comments and empty lines.
    void read_prelude(std::uint32_t begin, std::uint32_t end) {
        Piece piece{begin, end, begin};
        collect_comments(piece);
        const auto at = begin + static_cast<std::uint32_t>(gap_length(reading_.text.substr(begin, end - begin)));
        if (at >= end) return;
        const auto line_end = static_cast<std::uint32_t>(std::min<std::size_t>(reading_.text.find('\n', at), end));
        diagnostics_.report(Code::L0102, {source_, at, line_end});
        file_.complete = false;
    }

    /// Keeps the comments of a piece and finds where its content ends.
    void collect_comments(Piece& piece) {
        const std::string_view text = reading_.text;
        std::uint32_t i = piece.begin;
        bool after_something = false;
        while (i < piece.end) {
            const char c = text[i];
            if (c == '\n') {
                after_something = false;
            } else if (c == '#') {
                std::uint32_t end = i;
                while (end < piece.end && text[end] != '\n') ++end;
                syntax::Comment comment{std::string(text.substr(i, end - i)), {source_, i, end}, !after_something};
                while (comment.text.ends_with('\r') || comment.text.ends_with(' ') || comment.text.ends_with('\t')) {
                    comment.text.pop_back();
                }
                comment.blank_after = comment.own_line && empty_line_after(end);
                comments_.push_back(std::move(comment));
                i = end;
                continue;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                after_something = true;
                if (c == '"') {
                    ++i;
                    while (i < piece.end && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
                    i = std::min(i, piece.end - 1);
                }
                piece.content_end = i + 1;
            }
            ++i;
        }
    }

    /// Whether the line after the one that ends at `end` is empty.
    [[nodiscard]] bool empty_line_after(std::uint32_t end) const {
        const std::size_t next = reading_.text.find_first_not_of(" \t\r", end + 1U);
        return end < reading_.text.size() && next != std::string_view::npos && reading_.text[next] == '\n';
    }

    /// Takes the comments that belong to a statement: those before it, those inside it, one on its last line, and
    /// indented ones after it.
    void take_comments(const Piece& piece, std::vector<syntax::Comment>& into) {
        std::size_t count = 0;
        while (count < comments_.size()) {
            const syntax::Comment& comment = comments_[count];
            const bool in_column_one = comment.span.begin == 0 || reading_.text[comment.span.begin - 1] == '\n';
            if (comment.span.begin >= piece.end) break;
            if (comment.span.begin > piece.content_end && comment.own_line && in_column_one) break;
            ++count;
        }
        const auto last = comments_.begin() + static_cast<std::ptrdiff_t>(count);
        into.assign(std::make_move_iterator(comments_.begin()), std::make_move_iterator(last));
        comments_.erase(comments_.begin(), last);
    }

    void read_statement(const Piece& piece, bool whole, Diagnostics& diagnostics) {
        reading_.nodes.clear();
        reading_.depth = 0;
        reading_.dash_column = -1;
        reading_.in_comma_list = false;
        reading_.clock_table = false;
        const char* const begin = reading_.text.data() + piece.begin;
        pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in(
            begin, reading_.text.data() + piece.content_end, "");
        try {
            if (!pegtl::parse<statement, pegtl::nothing, control>(in, reading_)) {
                // A statement keyword was seen, and every rule behind one is cut: this cannot fail softly.
                throw Stop{Code::L0101, piece.begin, false, {std::string(name_at(reading_.text, piece.begin))}};
            }
            const auto at = reading_.offset(in.current());
            const auto next = at + static_cast<std::uint32_t>(gap_length(reading_.text.substr(at, piece.content_end - at)));
            if (next < piece.content_end) {
                explain_leftover(failure(piece), next, diagnostics);
                file_.complete = false;
                return;
            }
            syntax::Statement result = TreeBuilder(reading_, source_).statement();
            if (!check_clauses(result, whole, diagnostics) || !whole) {
                file_.complete = false;
                return;
            }
            take_comments(piece, result.comments);
            file_.statements.push_back(std::move(result));
        } catch (const Stop& stop) {
            explain_stop(failure(piece), stop, diagnostics);
            file_.complete = false;
        }
    }

    std::uint32_t source_;
    Diagnostics& diagnostics_;
    Reading reading_;
    syntax::File file_;
    std::vector<syntax::Comment> comments_;   ///< not yet given to a statement
};

}  // namespace

}  // namespace parsing

syntax::File parse(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics) {
    TextRules rules;
    rules.greatest_size = max_law_file_bytes;
    Diagnostics found;
    const bool readable = check_text(sources, source, rules, found);
    syntax::File file;
    file.source = source;
    if (readable) file = parsing::FileParser(sources.text(source), source, found).run();
    if (!found.empty()) file.complete = file.complete && !found.has_errors();
    diagnostics.append(found);
    return file;
}

}  // namespace labourlex
