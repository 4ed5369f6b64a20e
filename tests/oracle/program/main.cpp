// The analyses held against Z3 on the laws of a folder of rulesets.
//
//     oracle [--long] [--every N] RULESETS [LAW...]
//
// For each law (all of them when none is named): what its norms can give and decide, and how its outcomes differ
// between the last two texts and between the first and the last (`--long`: between any two that follow one another),
// and where it falls short of the conventions (`--long`: after each change). Of the claims about norms only every N-th
// is taken. Prints a table; on a disagreement also the claim and the job, and ends with exit code 1.
#include "engine/files/ruleset_folder.hpp"
#include "tests/oracle/claims.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <utility>

namespace {

using namespace labourlex;

struct Asked {
    oracle::ClaimOptions options;
    bool every_text = false;
    std::vector<std::string> words;  ///< the folder, then the laws
};

struct Kinds {
    oracle::Tally reachable, decisive, exact, difference, conformity, certain;

    void add(const Kinds& other) {
        reachable.add(other.reachable);
        decisive.add(other.decisive);
        exact.add(other.exact);
        difference.add(other.difference);
        conformity.add(other.conformity);
        certain.add(other.certain);
    }
    [[nodiscard]] std::size_t disagreements() const {
        return reachable.disagreements + decisive.disagreements + exact.disagreements + difference.disagreements +
               conformity.disagreements + certain.disagreements;
    }
};

/// The day of the figures in docs/analyses.md.
const Date today = *Date::parse("2026-11-21");

bool read_arguments(int count, char** arguments, Asked& asked) {
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(arguments[i], "--long") == 0) {
            asked.every_text = true;
        } else if (std::strcmp(arguments[i], "--every") == 0) {
            const char* const number = i + 1 < count ? arguments[++i] : "";
            const char* const end = number + std::strlen(number);
            const auto [rest, problem] = std::from_chars(number, end, asked.options.every);
            if (problem != std::errc{} || rest != end || asked.options.every == 0) {
                return false;
            }
        } else {
            asked.words.emplace_back(arguments[i]);
        }
    }
    return !asked.words.empty();
}

/// One day for each text that the law has had, and today.
std::vector<Date> days_of(const CompiledLaw& law) {
    std::vector<Date> days;
    for (const Date day : law.change_dates()) {
        if (day <= today) {
            days.push_back(day);
        }
    }
    if (days.empty() || days.back() != today) {
        days.push_back(today);
    }
    return days;
}

std::vector<std::pair<Date, Date>> pairs_of(const std::vector<Date>& days, bool every_text) {
    std::vector<std::pair<Date, Date>> pairs;
    // The last day is today, with the text of the last change.
    const std::size_t texts = std::max<std::size_t>(1, days.size() - 1);
    for (std::size_t i = every_text || texts < 2 ? 0 : texts - 2; i + 1 < texts; ++i) {
        pairs.emplace_back(days[i], days[i + 1]);
    }
    if (pairs.size() != 1 || texts != 2) {
        pairs.emplace_back(days.front(), days.back());
    }
    return pairs;
}

void print_row(const std::string& law, const char* kind, const oracle::Tally& tally) {
    const std::string ratio =
        tally.our_seconds > 0 ? fmt::format("{:.2f}", tally.z3_seconds / tally.our_seconds) : std::string("-");
    fmt::print("{:<6}{:<13}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}{:>7}{:>11}{:>9.2f}{:>9.2f}{:>9}\n", law, kind, tally.claims,
               tally.some, tally.none, tally.at_sight, tally.judged, tally.without_ours, tally.without_z3,
               tally.disagreements, tally.our_seconds, tally.z3_seconds, ratio);
    for (const std::string& told : tally.told) {
        fmt::print("\n{}\n", told);
    }
}

void print_rows(const std::string& law, const Kinds& kinds) {
    print_row(law, "reach", kinds.reachable);
    print_row(law, "decide", kinds.decisive);
    print_row(law, "exact", kinds.exact);
    print_row(law, "differ", kinds.difference);
    print_row(law, "conform", kinds.conformity);
    print_row(law, "certain", kinds.certain);
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
    Asked asked;
    if (!read_arguments(count, arguments, asked)) {
        std::cerr << "usage: oracle [--long] [--every N] RULESETS [LAW...]\n";
        return 2;
    }
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(asked.words.front(), sources);
    std::vector<std::string> names(asked.words.begin() + 1, asked.words.end());
    if (names.empty()) {
        names = folder.jurisdictions(diagnostics);
    }
    const auto conventions = folder.law("ilo", Span{}, diagnostics);
    fmt::print("{:<6}{:<13}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}{:>7}{:>11}{:>9}{:>9}{:>9}\n", "law", "claims", "number",
               "some", "none", "at sight", "judged", "no dia.", "no Z3", "disagree", "dia. s", "Z3 s", "Z3/dia.");
    Kinds all;
    for (const std::string& name : names) {
        const auto law = folder.law(name, Span{}, diagnostics);
        if (!law || !conventions) {
            std::cerr << render(diagnostics, sources, DiagnosticFormat::text);
            return 2;
        }
        const std::vector<Date> days = days_of(*law);
        Kinds kinds;
        for (const auto& [first, second] : pairs_of(days, asked.every_text)) {
            const oracle::PairTally tally =
                oracle::decide_pair(law->consolidate(first), law->consolidate(second), asked.options);
            kinds.reachable.add(tally.reachable);
            kinds.decisive.add(tally.decisive);
            kinds.exact.add(tally.exact);
            kinds.difference.add(tally.difference);
        }
        for (const Date day : asked.every_text ? days : std::vector<Date>{today}) {
            const auto version = law->consolidate(day);
            const auto obligations =
                analyse::obligations_of(*version, *conventions->consolidate(day), conventions->ratifications());
            if (!obligations.conventions.empty()) {
                const oracle::ConformityTally tally = oracle::decide_conformity(version, obligations, asked.options);
                kinds.conformity.add(tally.gap);
                kinds.certain.add(tally.certain);
            }
        }
        print_rows(name, kinds);
        all.add(kinds);
    }
    print_rows("all", all);
    return all.disagreements() == 0 ? 0 : 1;
}
