#include "tests/support/random_agreement.hpp"

#include "tests/support/random_jobs.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

namespace labourlex::testing {

std::vector<Date> telling_days(const CompiledLaw& law) {
    std::set<Date> days;
    const std::vector<Date>& changes = law.change_dates();
    for (std::size_t index = 0; index < changes.size(); ++index) {
        days.insert(changes[index]);
        days.insert(changes[index].plus(-1));
        const Date next = index + 1 < changes.size() ? changes[index + 1] : changes[index].plus(730);
        days.insert(changes[index].plus((next.days - changes[index].days) / 2));
    }
    if (days.empty()) {
        days.insert(*Date::parse("2020-05-01"));
    }
    return {days.begin(), days.end()};
}

RandomAgreement compare_random_jobs(const CompiledLaw& law, std::size_t jobs, std::uint64_t seed, std::size_t budget) {
    RandomAgreement result;
    const std::vector<Date> days = telling_days(law);
    const std::size_t each = std::max<std::size_t>(2, (jobs + days.size() - 1) / days.size());
    for (std::size_t day = 0; day < days.size(); ++day) {
        const auto version = law.consolidate(days[day]);
        Readings readings(std::make_shared<const CompiledTables>(lower(version)));
        RandomJobs random(version, seed * 1000 + day);
        DayCount count;
        count.jurisdiction = law.jurisdiction();
        count.date = days[day];
        for (std::size_t number = 0; number < each; ++number) {
            const bool partial = number % 2 == 1;
            const bool strict = number % 20 == 19;
            const Job job = partial ? random.partial() : random.complete();
            const Comparison comparison = readings.compare(job, strict, budget);
            ++(partial ? count.partial : count.complete);
            count.strict += strict ? 1 : 0;
            count.fast_path += comparison.fast_path_decided ? 1 : 0;
            count.undetermined += comparison.undetermined ? 1 : 0;
            switch (comparison.result) {
                case Comparison::Result::agreed:
                    break;
                case Comparison::Result::out_of_budget:
                    ++count.out_of_budget;
                    break;
                case Comparison::Result::impossible:
                    ++count.impossible;
                    break;
                case Comparison::Result::disagreed:
                    ++count.disagreements;
                    if (result.first_disagreement.empty()) {
                        result.first_disagreement =
                            fmt::format("{}{}{}", job_as_yaml(job, *version), strict ? "# read with --strict\n" : "",
                                        comparison.report);
                    }
                    break;
            }
        }
        result.days.push_back(count);
    }
    return result;
}

void print_counts(std::ostream& out, const std::vector<DayCount>& days) {
    out << fmt::format("{:<6}{:<12}{:>10}{:>10}{:>10}{:>15}{:>12}{:>14}{:>12}{:>15}\n", "law", "date", "complete",
                       "partial", "strict", "out of budget", "impossible", "undetermined", "fast path",
                       "disagreements");
    DayCount all;
    for (const DayCount& day : days) {
        out << fmt::format("{:<6}{:<12}{:>10}{:>10}{:>10}{:>15}{:>12}{:>14}{:>12}{:>15}\n", day.jurisdiction,
                           day.date.text(), day.complete, day.partial, day.strict, day.out_of_budget, day.impossible,
                           day.undetermined, day.fast_path, day.disagreements);
        all.complete += day.complete;
        all.partial += day.partial;
        all.strict += day.strict;
        all.out_of_budget += day.out_of_budget;
        all.impossible += day.impossible;
        all.undetermined += day.undetermined;
        all.fast_path += day.fast_path;
        all.disagreements += day.disagreements;
    }
    out << fmt::format("{:<18}{:>10}{:>10}{:>10}{:>15}{:>12}{:>14}{:>12}{:>15}\n", "all", all.complete, all.partial,
                       all.strict, all.out_of_budget, all.impossible, all.undetermined, all.fast_path,
                       all.disagreements);
}

}  // namespace labourlex::testing
