#include "engine/render/exercise_report.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

/// Names that programs read, in the order of PartKind.
constexpr std::array<std::string_view, part_kinds> kind_names = {"rule",       "item",        "exception", "exemption",
                                                                 "permission", "requirement", "condition", "duty",
                                                                 "unseen",     "limit-cell",  "table-row"};

std::size_t number_of(PartKind kind) {
    return static_cast<std::size_t>(kind);
}

std::string where(const Span& span, const Sources& sources) {
    return fmt::format("{}:{}", sources.name(span.source), sources.place(span.source, span.begin).line);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

/// A part in the law's own words: its line from where it begins, and the next ones where that only opens a list.
std::string own_words(const Span& span, const Sources& sources) {
    constexpr std::size_t most = 100;
    const Place place = sources.place(span.source, span.begin);
    const std::string_view text = sources.text(span.source);
    const std::string_view rest = text.substr(span.begin, text.find('\n', span.begin) - span.begin);
    std::string words(trimmed(rest));
    for (std::uint32_t next = place.line + 1; words.ends_with("of:") && words.size() < most; ++next) {
        const std::string_view more = trimmed(sources.line(span.source, next));
        if (more.empty()) break;
        words += ' ';
        words += more;
    }
    if (words.size() <= most) return words;
    const std::size_t end = words.rfind(' ', most);
    return words.substr(0, end == std::string::npos ? most : end) + " ...";
}

std::string title_of(const LawPart& part, const Sources& sources, const Words& words) {
    if (part.place.kind == PartKind::limit_cell) {
        return fill(words.part_limit_cell, {part.title, fmt::format("{}", fmt::join(part.bands, ", ")), part.value});
    }
    if (part.place.kind == PartKind::table_row)
        return fill(words.part_row, {part.title, own_words(part.place.span, sources)});
    return part.title;
}

std::string days_of(const LawPart& part, const Words& words) {
    if (part.from && part.until) return fill(words.part_from_until, {part.from->text(), part.until->text()});
    if (part.from) return fill(words.part_from, {part.from->text()});
    return part.until ? fill(words.part_until, {part.until->text()}) : "";
}

std::string line_of(const LawPart& part, const Sources& sources, const Words& words) {
    const std::string provision =
        part.provision.empty() ? part.instrument : fill(words.part_provision, {part.instrument, part.provision});
    return fill(
        part.instrument.empty() ? words.part_line_uncited : words.part_line,
        {part.name, title_of(part, sources, words), provision, days_of(part, words), where(part.place.span, sources)});
}

/// Exercised, but never both met and broken.
bool seen_from_one_side(const UsedPart& used) {
    const PartKind kind = used.part.place.kind;
    return (kind == PartKind::requirement || kind == PartKind::condition) && used.use.exercised &&
           !(used.use.met && used.use.broken);
}

std::string side_seen(const PartUse& use, const Words& words) {
    if (use.met) return fill(words.part_only_met, {*use.met});
    if (use.broken) return fill(words.part_only_broken, {*use.broken});
    return fill(words.part_no_status, {*use.exercised});
}

Json optional_json(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

Json optional_json(const std::optional<Date>& date) {
    return date ? Json(date->text()) : Json(nullptr);
}

Json part_json(const UsedPart& used, const Sources& sources) {
    const LawPart& part = used.part;
    const Span& span = part.place.span;
    Json json = {{"kind", kind_names[number_of(part.place.kind)]},
                 {"name", part.name},
                 {"title", part.title},
                 {"instrument", part.instrument},
                 {"provision", part.provision},
                 {"file", sources.name(span.source)},
                 {"line", sources.place(span.source, span.begin).line},
                 {"from", optional_json(part.from)},
                 {"until", optional_json(part.until)}};
    if (part.place.kind == PartKind::limit_cell) {
        json["bands"] = part.bands;
        json["value"] = part.value;
    }
    if (part.place.kind == PartKind::table_row) json["text"] = own_words(span, sources);
    json["open_in"] = optional_json(used.use.open);
    json["lifted_in"] = optional_json(used.use.lifted);
    json["met_in"] = optional_json(used.use.met);
    json["broken_in"] = optional_json(used.use.broken);
    return json;
}

}  // namespace

std::string exercise_line(const std::string& jurisdiction, const LawCoverage& coverage, const Words& words) {
    std::vector<std::string> counts;
    for (std::size_t kind = 0; kind < part_kinds; ++kind) {
        const PartCount& count = coverage.counts[kind];
        const auto share = count.share();
        if (!share) continue;
        const bool with_status = kind == number_of(PartKind::requirement) || kind == number_of(PartKind::condition);
        counts.push_back(fill(with_status ? words.exercised_count_with_status : words.exercised_count,
                              {words.part_kinds[kind], std::to_string(count.exercised), std::to_string(count.all),
                               std::to_string(*share), std::to_string(count.met_and_broken)}));
    }
    return fill(words.exercised_line, {jurisdiction, fmt::format("{}", fmt::join(counts, ", "))});
}

void exercise_lists(Page& page, const std::string& jurisdiction, const LawCoverage& coverage, const Sources& sources,
                    const Words& words) {
    std::set<std::string> named;
    std::optional<PartKind> under;
    std::size_t not_repeated = 0;
    const bool all = std::all_of(coverage.parts.begin(), coverage.parts.end(),
                                 [](const UsedPart& used) { return used.use.exercised.has_value(); });
    page.heading(fill(all ? words.all_exercised : words.not_exercised_heading, {jurisdiction}));
    for (const UsedPart& used : coverage.parts) {
        if (used.use.exercised) continue;
        const PartKind kind = used.part.place.kind;
        if (kind == PartKind::table_row && named.contains(used.part.name)) {
            ++not_repeated;
            continue;
        }
        if (kind != PartKind::table_row) named.insert(used.part.name);
        if (under != kind) page.paragraph(capitalised(std::string(words.part_kinds[number_of(kind)])), 2);
        under = kind;
        page.paragraph(line_of(used.part, sources, words), 4, "- ");
        if (used.use.open) page.paragraph(fill(words.part_open, {*used.use.open}), 6);
        if (used.use.lifted) page.paragraph(fill(words.part_lifted, {*used.use.lifted}), 6);
    }
    if (not_repeated > 0) page.paragraph(fill(words.rows_not_repeated, {std::to_string(not_repeated)}), 4);

    if (std::none_of(coverage.parts.begin(), coverage.parts.end(), seen_from_one_side)) return;
    page.heading(fill(words.one_status_heading, {jurisdiction}));
    for (const UsedPart& used : coverage.parts) {
        if (!seen_from_one_side(used)) continue;
        page.paragraph(line_of(used.part, sources, words), 4, "- ");
        page.paragraph(side_seen(used.use, words), 6);
    }
}

nlohmann::ordered_json exercise_json(const LawCoverage& coverage, const Sources& sources) {
    Json counts = Json::object();
    for (std::size_t kind = 0; kind < part_kinds; ++kind) {
        const PartCount& count = coverage.counts[kind];
        const auto share = count.share();
        counts[std::string(kind_names[kind])] = {
            {"exercised", count.exercised}, {"all", count.all}, {"per_cent", share ? Json(*share) : Json(nullptr)}};
        if (kind == number_of(PartKind::requirement) || kind == number_of(PartKind::condition)) {
            counts[std::string(kind_names[kind])]["met_and_broken"] = count.met_and_broken;
        }
    }
    Json not_exercised = Json::array();
    Json one_side = Json::array();
    for (const UsedPart& used : coverage.parts) {
        if (!used.use.exercised) not_exercised.push_back(part_json(used, sources));
        if (seen_from_one_side(used)) one_side.push_back(part_json(used, sources));
    }
    return {{"counts", std::move(counts)},
            {"not_exercised", std::move(not_exercised)},
            {"seen_from_one_side", std::move(one_side)}};
}

}  // namespace labourlex
