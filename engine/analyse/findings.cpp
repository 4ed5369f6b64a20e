#include "engine/analyse/findings.hpp"

#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/findings_in_time.hpp"
#include "engine/analyse/inspection.hpp"
#include "engine/law/statute_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace labourlex::analyse {

namespace {

struct SpanOrder {
    bool operator()(const Span& a, const Span& b) const {
        return std::tie(a.source, a.begin, a.end) < std::tie(b.source, b.begin, b.end);
    }
};
using Places = std::set<Span, SpanOrder>;

/// The sources of the jurisdiction's own files: those of packs hold texts of packs.
std::set<std::uint32_t> own_sources(const StatuteBook& book) {
    std::set<std::uint32_t> of_packs;
    std::set<std::uint32_t> own;
    for (const NormFamily& family : book.families) {
        for (const TextIndex text : family.texts) {
            (family.of_pack ? of_packs : own).insert(book.texts[text].norm.span.source);
        }
    }
    for (const EnactedInstrument& enacted : book.instruments) {
        (enacted.of_pack ? of_packs : own).insert(enacted.instrument.span.source);
    }
    for (const std::uint32_t source : of_packs) {
        own.erase(source);
    }
    return own;
}

/// The places of everything in a version that an analysis reports on.
Places places_in(const Version& version) {
    Places places;
    for (const Norm& norm : version.norms) {
        places.insert(norm.span);
    }
    for (const std::vector<Limit>& texts : version.limits) {
        for (const Limit& limit : texts) {
            places.insert(limit.span);
        }
    }
    for (const Instrument& instrument : version.instruments) {
        places.insert(instrument.span);
    }
    for (const Definition& definition : version.definitions) {
        places.insert(definition.span);
    }
    return places;
}

struct Analysis {
    std::string_view what;  ///< {0}: the law
    void (*find)(Inspection&);
};
constexpr Analysis analyses[] = {
    {finding_texts.norms_unmet, find_unmet},
    {finding_texts.exceptions_idle, find_idle_exceptions},
    {finding_texts.conditions_idle, find_idle_conditions},
    {finding_texts.limits_idle, find_idle_limits},
    {finding_texts.conflicts, find_conflicts},
    {finding_texts.norms_covered, find_covered},
};

class Checking {
public:
    Checking(const CompiledLaw& law, const Sources& sources, const CheckOptions& options, Diagnostics& found)
        : law_(law), sources_(sources), options_(options), found_(found), own_(own_sources(law.book())) {}

    void run() {
        std::vector<Date> days = law_.change_dates();
        if (options_.on) {
            days = {*options_.on};
        } else if (days.empty()) {
            days = {Date::today()};
        } else {
            days.insert(days.begin(), days.front().plus(-1));
        }
        // The law of today first: what holds today is told without a day.
        today_ = days.front();
        for (const Date day : days) {
            today_ = day <= Date::today() ? day : today_;
        }
        version(today_);
        // Today's texts are looked at once more in the last version that holds them, where that is a later one: an
        // amendment that has not begun may leave an exception without a norm.
        const Places of_today = std::exchange(seen_, {});
        for (auto day = days.rbegin(); *day > today_; ++day) {
            version(*day);
        }
        seen_.insert(of_today.begin(), of_today.end());
        for (auto day = days.rbegin(); day != days.rend(); ++day) {
            if (*day < today_) {
                version(*day);
            }
        }
    }

private:
    void version(Date day) {
        const auto version = law_.consolidate(day);
        Places here;
        for (const Span& place : places_in(*version)) {
            if (own_.contains(place.source) && (options_.every_day || !seen_.contains(place))) {
                here.insert(place);
            }
        }
        if (here.empty()) {
            return;
        }
        seen_.insert(here.begin(), here.end());
        // The reading of the law comes first, what needs the largest diagrams last: where the budget runs out, what was
        // found before stands, for each finding is proved by itself.
        const std::optional<Date> another_day = day == today_ ? std::nullopt : std::optional(day);
        std::string_view at_work = finding_texts.reading;
        Diagnostics found;
        try {
            SingleLaw single(version, options_.node_budget);
            Inspection inspection(
                single, law_.book(), sources_, [&](Span span) { return here.contains(span); }, another_day, found);
            for (const auto& [what, find] : analyses) {
                at_work = what;
                find(inspection);
            }
        } catch (const DiagramBudgetExceeded&) {
            found.report(Code::L0633, place_of_law(*version),
                         {fmt::format(fmt::runtime(at_work), law_.title()), day.text(),
                          fmt::format(fmt::runtime(finding_texts.budget), options_.node_budget)});
        }
        for (const Diagnostic& finding : found.all()) {
            add(finding);
        }
    }

    /// One finding of a kind at one place, however many days show it.
    void add(const Diagnostic& finding) {
        const bool known = std::any_of(found_.all().begin(), found_.all().end(), [&](const Diagnostic& other) {
            return other.code == finding.code && other.span == finding.span && other.words == finding.words;
        });
        if (!known) {
            found_.report(finding.code, finding.span, finding.words) = finding;
        }
    }

    /// Where messages about the law as a whole point.
    [[nodiscard]] Span place_of_law(const Version& version) const {
        const auto norm = std::find_if(version.norms.begin(), version.norms.end(),
                                       [&](const Norm& n) { return own_.contains(n.span.source); });
        return norm == version.norms.end() ? Span{} : norm->span;
    }

    const CompiledLaw& law_;
    const Sources& sources_;
    const CheckOptions& options_;
    Diagnostics& found_;
    std::set<std::uint32_t> own_;
    Places seen_;
    Date today_;
};

}  // namespace

void find_by_analysis(const CompiledLaw& law, const Sources& sources, const CheckOptions& options, Diagnostics& found) {
    find_in_time(law, found);
    Checking(law, sources, options, found).run();
}

}  // namespace labourlex::analyse
