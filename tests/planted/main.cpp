// Plants the defects of tests/planted/laws into the real laws and tells what `diff`, `check` and `conform` find.
//
//     planted [--write] [--only ID] RULESETS DEFECTS [LAW...]
//
// Prints a table for each law (all when none is named) and the totals. What stands in DEFECTS/LAW.yaml is expected
// from the law; what is found stands in DEFECTS/../expected/LAW.txt, which `--write` writes. The exit code
// is 1 when something found differs from that table, when a job was judged otherwise by the reference reading than by
// `diff`, or when a job changes that the drafter's condition does not hold of.
#include "tests/planted/changed_jobs.hpp"
#include "tests/planted/found_by.hpp"
#include "tests/planted/planted_defects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

namespace {

using namespace labourlex;
using namespace labourlex::planted;
namespace fs = std::filesystem;

constexpr std::size_t random_jobs = 200;

struct Total {
    std::size_t planted = 0, compiled = 0;
    std::size_t by_diff = 0, changes = 0;  ///< of those expected to change some job
    std::size_t unchanged = 0, told_unchanged = 0;
    std::size_t by_check = 0, by_conform = 0, asked_conform = 0, by_none = 0;
    std::size_t as_expected = 0;
    std::size_t jobs = 0, changed = 0, wrong = 0;
    double seconds = 0;

    void add(const Total& other) {
        planted += other.planted;
        compiled += other.compiled;
        by_diff += other.by_diff;
        changes += other.changes;
        unchanged += other.unchanged;
        told_unchanged += other.told_unchanged;
        by_check += other.by_check;
        by_conform += other.by_conform;
        asked_conform += other.asked_conform;
        by_none += other.by_none;
        as_expected += other.as_expected;
        jobs += other.jobs;
        changed += other.changed;
        wrong += other.wrong;
        seconds += other.seconds;
    }
};

std::string joined(const std::vector<std::string>& parts) {
    return parts.empty() ? "-" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string told(const std::set<Move>& moves) {
    std::vector<std::string> parts;
    for (const auto& [from, to] : moves) {
        parts.push_back(from + " > " + to);
    }
    return joined(parts);
}

class Planting {
public:
    Planting(const std::string& law, const fs::path& rulesets) : law_(law, rulesets) {}

    /// One line of the table.
    std::string plant(const Defect& defect, Total& total) {
        ++total.planted;
        Diagnostics compiling;
        const auto alone = law_.compiled(&defect, "", compiling);
        if (!alone) {
            std::set<std::string> codes;
            for (const Diagnostic& diagnostic : compiling.all()) {
                codes.insert(std::string(entry_of(diagnostic.code).name));
            }
            const std::vector<std::string> found(codes.begin(), codes.end());
            const bool expected = defect.moves.empty() && found == defect.check;
            total.as_expected += expected ? 1 : 0;
            total.wrong += 1;
            total.wrong -= expected ? 1 : 0;
            return line(defect, "does not compile: " + joined(found), "", "", {expected ? "" : "other messages"});
        }
        ++total.compiled;
        std::vector<std::string> surprises;

        Diagnostics ignored;
        const auto before = law_.compiled(nullptr, defect.within, ignored);
        const auto after = law_.compiled(&defect, defect.within, ignored);
        if (!before || !after) {
            throw std::runtime_error(defect.id + ": the condition does not compile\n" +
                                     render(ignored, law_.sources(), DiagnosticFormat::plain));
        }
        const ChangedJobs changed =
            changed_jobs(before->consolidate(defect.on), after->consolidate(defect.on), random_jobs, 20261122);
        if (!changed.complete) {
            surprises.emplace_back("the differences outgrew their budget");
        }
        if (changed.moves != std::set<Move>(defect.moves.begin(), defect.moves.end())) {
            surprises.push_back("expected moves: " + told({defect.moves.begin(), defect.moves.end()}));
        }
        if (!changed.all_within) {
            surprises.emplace_back("jobs change outside of the condition");
        }
        if (changed.disagreements > 0) {
            surprises.push_back(fmt::format("{} jobs judged otherwise", changed.disagreements));
            std::cerr << defect.id << ": the reference reading judges this job otherwise\n"
                      << changed.first_disagreement << '\n';
        }
        total.wrong += changed.disagreements > 0 || !changed.all_within || !changed.complete ? 1 : 0;
        total.jobs += changed.jobs;
        total.changed += changed.changed;
        ++(defect.moves.empty() ? total.unchanged : total.changes);
        total.by_diff += !defect.moves.empty() && !changed.moves.empty() ? 1 : 0;
        total.told_unchanged += defect.moves.empty() && changed.moves.empty() ? 1 : 0;

        const std::vector<std::string> findings =
            new_findings(findings_before(defect.on), findings_of(*alone, defect.on, law_.sources(), compiling));
        if (findings != defect.check) {
            surprises.push_back("expected findings: " + joined(defect.check));
        }
        total.by_check += findings.empty() ? 0 : 1;

        std::vector<std::string> provisions;
        if (!defect.conform.empty()) {
            ++total.asked_conform;
            const auto other = other_provisions(conforming_before(defect.on),
                                                conforming(alone->consolidate(defect.on), conventions()));
            for (const auto& [norm, said] : other) {
                provisions.push_back(said);
            }
            if (other.contains(defect.conform) != (defect.conform != "none") ||
                (defect.conform == "none" && !other.empty())) {
                surprises.push_back("expected of conform: " + defect.conform);
            }
        }
        total.by_conform += provisions.empty() ? 0 : 1;
        total.by_none += changed.moves.empty() && findings.empty() && provisions.empty() ? 1 : 0;
        total.as_expected += surprises.empty() ? 1 : 0;
        const std::string diff = changed.moves.empty()
                                     ? "no job changes"
                                     : fmt::format("{} ({})", told(changed.moves), fmt::join(changed.directions, ", "));
        return line(defect, fmt::format("{}; {} random jobs changed", diff, changed.changed), joined(findings),
                    defect.conform.empty() ? "not asked" : joined(provisions), surprises);
    }

private:
    static std::string line(const Defect& defect, const std::string& diff, const std::string& check,
                            const std::string& conform, const std::vector<std::string>& surprises) {
        std::string text =
            fmt::format("{} ({}, {})\n    diff:    {}\n", defect.id, defect.kind, defect.on.text(), diff);
        if (!check.empty()) {
            text += fmt::format("    check:   {}\n    conform: {}\n", check, conform);
        }
        for (const std::string& surprise : surprises) {
            text += surprise.empty() ? "" : fmt::format("    other than expected - {}\n", surprise);
        }
        return text;
    }

    const Findings& findings_before(Date on) {
        auto known = findings_.find(on);
        if (known == findings_.end()) {
            Diagnostics compiling;
            const auto law = law_.compiled(nullptr, "", compiling);
            known = findings_.emplace(on, findings_of(*law, on, law_.sources(), compiling)).first;
        }
        return known->second;
    }

    const Conforming& conforming_before(Date on) {
        auto known = conforming_.find(on);
        if (known == conforming_.end()) {
            Diagnostics compiling;
            const auto law = law_.compiled(nullptr, "", compiling);
            known = conforming_.emplace(on, conforming(law->consolidate(on), conventions())).first;
            if (!known->second.judged) {
                throw std::runtime_error("conformity cannot be judged on " + on.text());
            }
        }
        return known->second;
    }

    const CompiledLaw& conventions() {
        if (!conventions_) {
            conventions_ = law_.other("ilo");
        }
        return *conventions_;
    }

    LawUnderTest law_;
    std::map<Date, Findings> findings_;
    std::map<Date, Conforming> conforming_;
    std::shared_ptr<const CompiledLaw> conventions_;
};

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

void print(const std::string& of, const Total& total) {
    fmt::print(
        "{}: {} defects planted, {} compile; {} as expected. Found by diff: {} of {} that change a job, and of {} that "
        "change none {} are proved to change none. Found by check: {}; by conform: {} of {} asked. Changed no job and "
        "not told by anything: {}. Random jobs judged: {}, of which {} change; defects with a wrong region: {}. "
        "{:.1f} s\n",
        of, total.planted, total.compiled, total.as_expected, total.by_diff, total.changes, total.unchanged,
        total.told_unchanged, total.by_check, total.by_conform, total.asked_conform, total.by_none, total.jobs,
        total.changed, total.wrong, total.seconds);
}

int run(bool write, const std::optional<std::string>& only, const std::vector<std::string>& words) {
    const fs::path rulesets = words[0];
    const fs::path defects = words[1];
    std::vector<std::string> laws(words.begin() + 2, words.end());
    if (laws.empty()) {
        for (const auto& entry : fs::directory_iterator(defects)) {
            laws.push_back(entry.path().stem().string());
        }
        std::sort(laws.begin(), laws.end());
    }
    Total all;
    bool fine = true;
    for (const std::string& law : laws) {
        const auto begin = std::chrono::steady_clock::now();
        Planting planting(law, rulesets);
        Total total;
        std::string table;
        for (const Defect& defect : read_defects(defects / (law + ".yaml"))) {
            if (only && *only != defect.id) {
                continue;
            }
            const std::string line = planting.plant(defect, total);
            std::cout << line << std::flush;
            table += line;
        }
        total.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        print(law, total);
        std::fflush(stdout);
        all.add(total);
        fine = fine && total.wrong == 0;
        const fs::path expected = defects.parent_path() / "expected" / (law + ".txt");
        if (write && !only) {
            std::ofstream(expected, std::ios::binary) << table;
        } else if (!only && text_of(expected) != table) {
            std::cout << expected.string() << " says otherwise.\n";
            fine = false;
        }
    }
    if (laws.size() > 1) {
        print("All", all);
    }
    return fine ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    bool write = false;
    std::optional<std::string> only;
    std::vector<std::string> words;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(arguments[i], "--write") == 0) {
            write = true;
        } else if (std::strcmp(arguments[i], "--only") == 0 && i + 1 < count) {
            only = arguments[++i];
        } else {
            words.emplace_back(arguments[i]);
        }
    }
    if (words.size() < 2) {
        std::cerr << "usage: planted [--write] [--only ID] RULESETS DEFECTS [LAW...]\n";
        return 2;
    }
    try {
        return run(write, only, words);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 2;
    }
}
