// Classifications from data files. The files list codes in any order (ISIC's section letters come last), so parents are
// looked up only once all codes are known, and nodes are added level by level.
#include "engine/facts/byte_check.hpp"
#include "engine/facts/csv.hpp"
#include "engine/facts/report.hpp"
#include "engine/facts/taxonomy.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace labourlex {

namespace {

/// Far more than any classification has (ISIC Rev.4 with titles is 40 kB).
constexpr std::size_t max_classification_bytes = 16U << 20U;
constexpr int max_level = 9;

struct Entry {
    const CsvColumn* code = nullptr;
    const CsvColumn* title = nullptr;
    std::string section;
    int level = 0;
    std::size_t parent = SIZE_MAX;  ///< position in the list of entries
    CodeIndex index = no_code;
};

using EntryByCode = std::unordered_map<std::string, std::size_t>;

bool is_header(const CsvLine& line) {
    const std::vector<std::string_view> names = {"code", "level", "title_en", "section"};
    if (line.size() != 3 && line.size() != 4) return false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i].text != names[i]) return false;
    }
    return true;
}

std::optional<Entry> read_entry(const CsvLine& line, const CsvLine& header, Diagnostics& diagnostics) {
    const std::size_t columns = header.size();
    if (line.size() != columns) {
        const Span span{line.front().span.source, line.front().span.begin, line.back().span.end};
        diagnostics.report(Code::L0581, span, {std::to_string(line.size()), std::to_string(columns)});
        return std::nullopt;
    }
    for (std::size_t column = 0; column < columns; ++column) {
        if (!line[column].text.empty()) continue;
        diagnostics.report(Code::L0586, line[column].span, {header[column].text});
        return std::nullopt;
    }
    const std::string& level = line[1].text;
    if (level.size() != 1 || level[0] < '1' || level[0] > '0' + max_level) {
        diagnostics.report(Code::L0587, line[1].span, {level});
        return std::nullopt;
    }
    Entry entry;
    entry.code = &line[0];
    entry.level = level[0] - '0';
    entry.title = &line[2];
    if (columns == 4) entry.section = line[3].text;
    return entry;
}

/// The entry above: the longest shorter code that is a prefix, else the section's letter.
std::size_t parent_of(const Entry& entry, const EntryByCode& by_code) {
    const std::string& code = entry.code->text;
    for (std::size_t length = code.size() - 1; length > 0; --length) {
        const auto found = by_code.find(code.substr(0, length));
        if (found != by_code.end()) return found->second;
    }
    const auto section = code.size() == 2 ? by_code.find(entry.section) : by_code.end();
    return section != by_code.end() ? section->second : SIZE_MAX;
}

}  // namespace

Taxonomy read_classification(std::string name, std::string title, const Sources& sources, std::uint32_t source,
                             Diagnostics& diagnostics) {
    Taxonomy taxonomy(std::move(name), std::move(title), true);
    if (!check_bytes(sources, source, max_classification_bytes, diagnostics)) return taxonomy;
    const auto lines = read_csv(sources, source, diagnostics);
    if (!lines) return taxonomy;
    if (lines->empty() || !is_header(lines->front())) {
        diagnostics.report(Code::L0580, lines->empty() ? Span{source, 0, 0} : lines->front().front().span);
        return taxonomy;
    }

    std::vector<Entry> entries;
    EntryByCode by_code;
    for (std::size_t i = 1; i < lines->size(); ++i) {
        auto entry = read_entry((*lines)[i], lines->front(), diagnostics);
        if (!entry) continue;
        const auto [first, is_new] = by_code.emplace(entry->code->text, entries.size());
        if (!is_new) {
            report_twice(Code::L0582, entry->code->text, entry->code->span, entries[first->second].code->span,
                         diagnostics);
            continue;
        }
        entries.push_back(std::move(*entry));
    }

    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return entries[a].level < entries[b].level; });
    for (const std::size_t position : order) {
        Entry& entry = entries[position];
        entry.parent = parent_of(entry, by_code);
        const int level_above = entry.parent == SIZE_MAX ? 0 : entries[entry.parent].level;
        if (level_above != entry.level - 1) {
            diagnostics.report(Code::L0583, entry.code->span, {entry.code->text, std::to_string(entry.level)});
            continue;
        }
        const CodeIndex above = entry.parent == SIZE_MAX ? no_code : entries[entry.parent].index;
        if (above == no_code && entry.parent != SIZE_MAX) continue;  // its parent was reported
        entry.index = taxonomy.add(entry.code->text, entry.title->text, above, entry.code->span).value_or(no_code);
    }
    taxonomy.finish();
    return taxonomy;
}

}  // namespace labourlex
