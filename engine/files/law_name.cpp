#include "engine/files/law_name.hpp"

#include "engine/facts/rational.hpp"

#include <algorithm>

namespace labourlex {

namespace {

bool names_a_folder(std::string_view law) {
    return law.find('/') != std::string_view::npos || law == "." || law == "..";
}

/// The days on which a period may begin: the first and the last; nothing when no day is written.
std::optional<std::pair<Date, Date>> beginning_of(const syntax::Clause& period) {
    if (!period.from || period.from->kind == syntax::Moment::Kind::begins) return std::nullopt;
    const auto day = Date::parse(period.from->date.text);
    if (!day) return std::nullopt;
    if (period.from->kind == syntax::Moment::Kind::date) return std::pair(*day, *day);
    const auto width = Rational::parse_decimal(period.from->days.text);
    if (!width || !width->is_whole()) return std::pair(*day, *day);
    const auto days = static_cast<std::int32_t>(width->numerator());
    return std::pair(day->plus(-days), day->plus(days));
}

/// When what a draft brings begins.
struct Beginnings {
    std::optional<Date> first;
    std::optional<Date> last;  ///< the last of all beginnings
    bool always = false;       ///< something stands in it without a day of its own
};

/// Statements that amend begin with their amendment.
bool has_day_of_amendment(syntax::StatementKind kind) {
    return kind == syntax::StatementKind::insert || kind == syntax::StatementKind::replace ||
           kind == syntax::StatementKind::repeal || kind == syntax::StatementKind::rebase;
}

void add_beginnings(const syntax::Statement& statement, Beginnings& found) {
    bool said = false;
    for (const syntax::Clause& clause : statement.clauses) {
        if (clause.kind != syntax::ClauseKind::in_force) continue;
        said = true;
        const auto days = beginning_of(clause);
        if (!days) {
            if (clause.words.empty()) found.always = true;
            continue;
        }
        if (!found.first || days->first < *found.first) found.first = days->first;
        if (!found.last || *found.last < days->second) found.last = days->second;
    }
    if (!said && !has_day_of_amendment(statement.kind)) {
        // An instrument alone, without a day, is there to be cited.
        if (statement.kind != syntax::StatementKind::instrument) found.always = true;
    }
    for (const syntax::Statement& inner : statement.body) {
        if (std::any_of(inner.clauses.begin(), inner.clauses.end(),
                        [](const syntax::Clause& clause) { return clause.kind == syntax::ClauseKind::in_force; })) {
            add_beginnings(inner, found);
        }
    }
}

Beginnings beginnings_of(const syntax::File& file) {
    Beginnings found;
    for (const syntax::Statement& statement : file.statements) add_beginnings(statement, found);
    return found;
}

}  // namespace

std::optional<LawName> parse_law_name(std::string_view text, Span asked_at, Diagnostics& diagnostics) {
    const std::string whole(text);
    LawName name;
    bool good = true;
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        const std::string_view day = text.substr(at + 1);
        name.on = Date::parse(day);
        if (!name.on) {
            diagnostics.report(Code::L0752, asked_at, {whole, std::string(day)});
            good = false;
        }
        text = text.substr(0, at);
    }
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('+', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    name.law = parts.front();
    name.folder = names_a_folder(name.law);
    // A folder is called by its last part.
    while (name.law.size() > 1 && name.law.back() == '/') name.law.pop_back();
    if (name.law.empty()) {
        diagnostics.report(Code::L0750, asked_at, {whole});
        good = false;
    }
    for (std::size_t part = 1; part < parts.size(); ++part) {
        const std::filesystem::path draft(parts[part]);
        if (draft.extension() != ".law") {
            diagnostics.report(Code::L0751, asked_at, {parts[part], whole});
            good = false;
        } else if (std::find(name.drafts.begin(), name.drafts.end(), draft) != name.drafts.end()) {
            diagnostics.report(Code::L0753, asked_at, {parts[part]});
            good = false;
        }
        name.drafts.push_back(draft);
    }
    if (!good) return std::nullopt;
    return name;
}

Date day_of(const LawName& name, const LawTexts& texts, Date today, const Sources& sources, Span asked_at,
            Diagnostics& diagnostics) {
    Date day = name.on.value_or(today);
    std::vector<std::pair<std::uint32_t, Beginnings>> drafts;
    for (const syntax::File& file : texts.own.files) {
        if (std::find(texts.drafts.begin(), texts.drafts.end(), file.source) == texts.drafts.end()) continue;
        drafts.emplace_back(file.source, beginnings_of(file));
        const auto& last = drafts.back().second.last;
        if (!name.on && last && day < *last) day = *last;
    }
    for (const auto& [source, found] : drafts) {
        const bool begun = found.always || (found.first && *found.first <= day);
        if (!begun) diagnostics.report(Code::L0755, asked_at, {std::string(sources.name(source)), day.text()});
    }
    return day;
}

}  // namespace labourlex
