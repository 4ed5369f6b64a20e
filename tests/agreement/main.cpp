// The readings of one law held against each other on as many random jobs as asked.
//
//     agreement RULESETS JURISDICTION NUMBER SEED
//
// Prints what was tried on each day. On a disagreement it prints the job as a file and what each reading said, and ends
// with exit code 1.
#include "engine/files/ruleset_folder.hpp"
#include "tests/support/random_agreement.hpp"

#include <cstdlib>
#include <iostream>

int main(int count, char** arguments) {
    using namespace labourlex;
    if (count != 5) {
        std::cerr << "usage: agreement RULESETS JURISDICTION NUMBER SEED\n";
        return 2;
    }
    Sources sources;
    Diagnostics diagnostics;
    RulesetFolder folder(arguments[1], sources);
    const auto law = folder.law(arguments[2], Span{}, diagnostics);
    if (!law) {
        std::cerr << render(diagnostics, sources, DiagnosticFormat::text);
        return 2;
    }
    const char* budget = std::getenv("LABOURLEX_COMPLETIONS");
    const auto result = testing::compare_random_jobs(*law, std::strtoull(arguments[3], nullptr, 10),
                                                     std::strtoull(arguments[4], nullptr, 10),
                                                     budget != nullptr ? std::strtoull(budget, nullptr, 10) : 2000);
    testing::print_counts(std::cout, result.days);
    if (!result.first_disagreement.empty()) {
        std::cout << "\nThe readings disagree on this job:\n\n" << result.first_disagreement;
        return 1;
    }
    return 0;
}
