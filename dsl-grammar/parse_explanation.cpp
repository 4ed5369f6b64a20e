#include "dsl-grammar/parse_explanation.hpp"

#include "dsl-grammar/clause_table.hpp"
#include "dsl-grammar/letters.hpp"
#include "dsl-grammar/phrases.hpp"
#include "dsl-grammar/suggestion.hpp"

#include <algorithm>
#include <optional>

namespace labourlex::parsing {

namespace {

/// What stands at a place: a name, a number, a text, a keyword's first word or a single character.
std::string_view thing_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    if (at >= end) return {};
    const std::string_view rest = text.substr(at, end - at);
    const std::string_view name = name_at(rest, 0);
    if (!name.empty()) return name;
    if (rest.front() == '"') {
        const std::size_t close = rest.find('"', 1);
        const std::size_t line = std::min(rest.find('\n'), rest.size());
        return rest.substr(0, close == std::string_view::npos || close > line ? line : close + 1);
    }
    return rest.substr(0, std::max<std::uint32_t>(decode(rest, 0).length, 1));
}

/// The last terminal read before a place; null where none was.
const Node* terminal_before(const Failure& failure, std::uint32_t at) {
    const auto& nodes = failure.reading.nodes;
    for (std::size_t i = nodes.size(); i-- > 0;) {
        const bool terminal = nodes[i].kind >= NodeKind::keyword && nodes[i].kind <= NodeKind::bar;
        if (terminal && nodes[i].end <= at) return &nodes[i];
    }
    return nullptr;
}

/// Where the mark (a comma, a colon) between the last terminal and a place stands; the place itself when there is none.
std::uint32_t mark_before(const Failure& failure, const Node& last, std::uint32_t at) {
    return last.end + static_cast<std::uint32_t>(gap_length(failure.reading.text.substr(last.end, at - last.end)));
}

/// The word before a place, for messages: the last terminal that was read, or the mark after it.
std::string word_before(const Failure& failure, std::uint32_t at) {
    const std::string_view text = failure.reading.text;
    const Node* last = terminal_before(failure, at);
    if (last == nullptr) return std::string(name_at(text, failure.begin));
    const std::uint32_t mark = mark_before(failure, *last, at);
    if (mark < at) return std::string(text.substr(mark, 1));
    if (last->kind == NodeKind::keyword) return std::string(spelling_of(static_cast<Keyword>(last->detail)));
    const std::string_view word = text.substr(last->begin, last->end - last->begin);
    if (word.size() > 40 || word.find('\n') != std::string_view::npos) return "...\"";
    return std::string(word);
}

/// Where what was read before a place ends.
std::uint32_t end_before(const Failure& failure, std::uint32_t at) {
    const Node* last = terminal_before(failure, at);
    if (last == nullptr) return at;
    const std::uint32_t mark = mark_before(failure, *last, at);
    return mark < at ? mark + 1 : last->end;
}

const KeywordEntry* statement_keyword(std::string_view rest) { return keyword_at(rest, KeywordRole::statement); }

std::optional<syntax::StatementKind> statement_kind(std::string_view text, std::uint32_t begin) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(syntax::StatementKind::rebase); ++i) {
        const auto kind = static_cast<syntax::StatementKind>(i);
        const std::string_view spelling = spelling_of(kind);
        const KeywordEntry* entry = statement_keyword(text.substr(begin));
        if (entry != nullptr && entry->spelling == spelling) return kind;
    }
    return std::nullopt;
}

/// Of an insertion or replacement, the statement inside it.
std::uint32_t body_begin(std::string_view text, std::uint32_t begin) {
    const KeywordEntry* entry = statement_keyword(text.substr(begin));
    if (entry == nullptr || (entry->keyword != Keyword::insert && entry->keyword != Keyword::replace)) return begin;
    const auto after = begin + static_cast<std::uint32_t>(entry->spelling.size());
    const std::uint32_t body = after + static_cast<std::uint32_t>(gap_length(text.substr(after)));
    return statement_keyword(text.substr(body)) == nullptr ? begin : body;
}

/// Reserved spellings that are words of the language elsewhere (`within` of `about D within N days`) do not count.
const KeywordEntry* reserved_at(std::string_view rest) { return keyword_at(rest, KeywordRole::reserved); }

std::string units() {
    std::string result;
    for (const std::string& unit : spellings(KeywordRole::unit)) result += (result.empty() ? "`" : ", `") + unit + "`";
    return result;
}

void suggest(Diagnostic& diagnostic, std::string_view written, const std::vector<std::string>& candidates) {
    const std::string best = nearest(written, candidates);
    if (!best.empty()) diagnostic.remedy = phrase(Phrase::write_instead, {best});
}

struct Reporter {
    const Failure& failure;
    Diagnostics& diagnostics;

    Span span(std::uint32_t at) const {
        const std::string_view thing = thing_at(failure.reading.text, at, failure.end);
        const std::uint32_t begin = std::min(at, failure.end);
        return {failure.source, begin, begin + static_cast<std::uint32_t>(thing.size())};
    }
    Diagnostic& report(Code code, Span place, std::vector<std::string> words) const {
        Diagnostic& diagnostic = diagnostics.report(code, place, std::move(words));
        diagnostic.norm = statement_label(failure.reading.text, failure.begin);
        return diagnostic;
    }
    /// A text that runs over a line and ends right before a word was not closed: the mark that ends it opens the next text.
    bool report_unclosed(std::uint32_t at) const {
        const std::string_view text = failure.reading.text;
        const Node* last = terminal_before(failure, at);
        if (last == nullptr || (last->kind != NodeKind::text && last->kind != NodeKind::quoted)) return false;
        const std::size_t line_end = text.find('\n', last->begin);
        const bool touches = last->end == at && at < failure.end && name_start_length(text, at) != 0;
        if (!touches || line_end >= last->end) return false;
        report(Code::L0105, {failure.source, last->begin, static_cast<std::uint32_t>(line_end)}, {})
            .related.push_back({{failure.source, last->end - 1, last->end}, phrase(Phrase::text_ends_here, {})});
        return true;
    }
    /// `24:00` or `8:30` where no time can stand; the hour was taken for a number or a name.
    bool report_time(std::uint32_t at) const {
        const std::string_view text = failure.reading.text;
        const auto digit = [&](std::uint32_t i) { return i < failure.end && text[i] >= '0' && text[i] <= '9'; };
        std::uint32_t colon = at;
        while (digit(colon)) ++colon;
        std::uint32_t begin = colon;
        while (begin > failure.begin && digit(begin - 1)) --begin;
        std::uint32_t end = colon + 1;
        while (digit(end)) ++end;
        if (colon >= failure.end || text[colon] != ':' || begin == colon || end == colon + 1) return false;
        report(Code::L0158, {failure.source, begin, end}, {std::string(text.substr(begin, end - begin))});
        return true;
    }
    bool report_reserved(std::uint32_t at) const {
        const std::string_view text = failure.reading.text;
        if (at >= failure.end) return false;
        const KeywordEntry* entry = reserved_at(text.substr(at));
        if (entry == nullptr) return false;
        const auto length = static_cast<std::uint32_t>(keyword_length(entry->keyword, text.substr(at)));
        report(Code::L0106, {failure.source, at, at + length}, {std::string(entry->spelling)});
        return true;
    }
};

}  // namespace

std::string statement_label(std::string_view text, std::uint32_t begin) {
    const std::uint32_t start = body_begin(text, begin);
    const KeywordEntry* entry = statement_keyword(text.substr(start));
    if (entry == nullptr) return {};
    const std::size_t after = start + keyword_length(entry->keyword, text.substr(start));
    std::string label(entry->spelling);
    const std::string_view name = name_at(text, after + gap_length(text.substr(after)));
    if (!name.empty() && entry->keyword != Keyword::use) label += " " + std::string(name);
    return label;
}

void explain_stop(const Failure& failure, const Stop& stop, Diagnostics& diagnostics) {
    const Reporter reporter{failure, diagnostics};
    const std::string_view text = failure.reading.text;
    if (!stop.expected) {
        Span place = reporter.span(stop.at);
        // A text without an end is shown to the end of its first line, a row or a cell as far as it is known.
        if (stop.code == Code::L0105 || stop.code == Code::L0151 || stop.code == Code::L0152 ||
            stop.code == Code::L0154) {
            place.end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', stop.at), failure.end));
        } else if (!stop.words.empty() && text.substr(stop.at).starts_with(stop.words.front())) {
            place.end = stop.at + static_cast<std::uint32_t>(stop.words.front().size());
        }
        Diagnostic& diagnostic = reporter.report(stop.code, place, stop.words);
        if (stop.code == Code::L0145 && !stop.words.empty() && stop.words.front().find(' ') != std::string::npos) {
            diagnostic.remedy = phrase(Phrase::write_as_list, {stop.words.front()});
        }
        return;
    }
    if (reporter.report_unclosed(stop.at)) return;
    if (reporter.report_reserved(stop.at)) return;
    const std::string found(thing_at(text, stop.at, failure.end));
    if (stop.code == Code::L0130) {
        suggest(reporter.report(stop.code, reporter.span(stop.at), {found, units()}), found,
                spellings(KeywordRole::unit));
        return;
    }
    std::vector<std::string> words{word_before(failure, stop.at)};
    words.insert(words.end(), stop.words.begin(), stop.words.end());
    // What is missing at the end of a line is missing there, not where the next line starts.
    Span place = reporter.span(stop.at);
    const bool next_line = failure.reading.indentation(place.begin) >= 0 && place.begin > failure.begin;
    if (next_line) place.begin = place.end = end_before(failure, stop.at);
    Diagnostic& diagnostic = reporter.report(stop.code, place, std::move(words));
    if (stop.code == Code::L0134) {
        const std::vector<std::string> kinds{
            std::string(spelling_of(Keyword::official)), std::string(spelling_of(Keyword::translation)),
            std::string(spelling_of(Keyword::secondary)), std::string(spelling_of(Keyword::unverified))};
        suggest(diagnostic, found, kinds);
    } else if (stop.code == Code::L0138) {
        suggest(diagnostic, found, spellings(KeywordRole::statement));
    }
}

void explain_leftover(const Failure& failure, std::uint32_t at, Diagnostics& diagnostics) {
    const Reporter reporter{failure, diagnostics};
    const std::string_view text = failure.reading.text;
    const std::string_view rest = text.substr(at, failure.end - at);
    const Span place = reporter.span(at);
    const std::string found(thing_at(text, at, failure.end));
    const bool opens_line = failure.reading.indentation(at) >= 0;
    if (reporter.report_unclosed(at)) return;
    if (reporter.report_time(at)) return;
    if (reporter.report_reserved(at)) return;
    // A reserved keyword of several words, the first of which was taken for a name.
    const Node* last = terminal_before(failure, at);
    if (last != nullptr && last->kind == NodeKind::word && reporter.report_reserved(last->begin)) return;
    if (found == "-") {
        reporter.report(opens_line ? Code::L0143 : Code::L0144, place, {});
        return;
    }
    if (const KeywordEntry* entry = statement_keyword(rest); entry != nullptr && opens_line) {
        reporter.report(Code::L0104, place, {std::string(entry->spelling)});
        return;
    }
    const bool is_name = !name_at(rest, 0).empty();
    if (!is_name && rest.front() != '"' && rest.front() != '|') {
        reporter.report(Code::L0107, place, {found});
        return;
    }
    const bool is_keyword = is_stop_word(found) || keyword_at(rest, KeywordRole::clause) != nullptr ||
                            keyword_at(rest, KeywordRole::inner) != nullptr;
    if (is_name && last != nullptr && last->kind == NodeKind::number && !is_keyword && !opens_line) {
        suggest(reporter.report(Code::L0130, place, {found, units()}), found, spellings(KeywordRole::unit));
        return;
    }
    const auto kind = statement_kind(text, body_begin(text, failure.begin));
    if (!is_name || is_keyword || !kind) {
        reporter.report(Code::L0139, place, {word_before(failure, at), found});
        return;
    }
    std::vector<std::string> candidates;
    for (const ClauseRule& rule : clauses_of(*kind)) {
        // A misspelt first word of a clause keyword is met alone.
        const std::string_view spelling = labourlex::spelling_of(rule.kind);
        candidates.emplace_back(spelling.substr(0, spelling.find(' ')));
    }
    for (const Keyword keyword : {Keyword::and_, Keyword::or_, Keyword::constitutive, Keyword::formal, Keyword::noted,
                                  Keyword::under, Keyword::over, Keyword::include}) {
        candidates.emplace_back(spelling_of(keyword));
    }
    const std::string best = nearest(found, candidates);
    if (best.empty() && !opens_line) {
        reporter.report(Code::L0139, place, {word_before(failure, at), found});
        return;
    }
    Diagnostic& diagnostic =
        reporter.report(Code::L0110, place, {found, std::string(labourlex::spelling_of(*kind)), clause_list_of(*kind)});
    if (!best.empty()) diagnostic.remedy = phrase(Phrase::write_instead, {best});
}

bool explain_opening(const Failure& failure, Diagnostics& diagnostics) {
    const Reporter reporter{failure, diagnostics};
    const std::string_view text = failure.reading.text;
    const std::string_view rest = text.substr(failure.begin, failure.end - failure.begin);
    const std::string found(thing_at(text, failure.begin, failure.end));
    const Span place = reporter.span(failure.begin);
    // A season, a parameter: statements of a later version. `when commenced` and its like continue a statement.
    const bool named = !name_at(rest, 0).empty();
    const bool continues = rest.front() == '-' || rest.front() == '|' || rest.front() == '"' ||
                           keyword_at(rest, KeywordRole::clause) != nullptr || (named && is_stop_word(found)) ||
                           keyword_at(rest, KeywordRole::inner) != nullptr;
    if (!continues && reporter.report_reserved(failure.begin)) return true;
    if (continues) {
        diagnostics.report(Code::L0103, place, {found});
        return false;
    }
    if (!named) {
        diagnostics.report(Code::L0107, place, {found});
        return true;
    }
    Diagnostic& diagnostic = diagnostics.report(Code::L0101, place, {found});
    suggest(diagnostic, found, spellings(KeywordRole::statement));
    return true;
}

}  // namespace labourlex::parsing
