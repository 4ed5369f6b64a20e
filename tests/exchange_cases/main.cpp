// The judged cases as complete jobs for other engines, and the laws they are judged by as those engines read them.
//
//     exchange_cases RULESETS FOLDER JOBS [JURISDICTION...]
//
// Writes into FOLDER the law of each case's day as `LAW-DAY.dmn` and `LAW-DAY.json` (once for all days between two
// changes of the law), and `cases.jsonl`: a line for each of up to JOBS complete jobs grown from each case, with the
// file, the inputs and what the law says. Ends with exit code 1 when a law is refused, or when a complete job of a
// judged case has an outcome that the verdict on the case does not allow.
#include "engine/cases/case_file.hpp"
#include "engine/exchange/exchange.hpp"
#include "engine/exchange/model_of_law.hpp"
#include "engine/exchange/refusal.hpp"
#include "engine/files/job_desk.hpp"
#include "engine/files/text_file.hpp"
#include "tests/exchange_cases/complete_jobs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

namespace {

using namespace labourlex;
namespace fs = std::filesystem;

/// Completions drawn for one job before it is given up.
constexpr int most_attempts = 10;

struct ExportedLaw {
    std::string file;  ///< without its ending
    exchange::DecisionModel model;
};

struct Counts {
    std::size_t cases = 0;
    std::size_t cases_completed = 0;
    std::size_t jobs = 0;
    std::size_t laws = 0;
    std::size_t held_against_verdict = 0;
    std::size_t refuted = 0;  ///< an outcome that the verdict does not allow
    std::map<testing::Unfit, std::size_t> unfit;
};

class Exporter {
public:
    Exporter(const std::string& rulesets, fs::path folder, std::size_t jobs, std::set<std::string> wanted)
        : folder_(std::move(folder)),
          jobs_(jobs),
          wanted_(std::move(wanted)),
          rulesets_(rulesets, sources_),
          shelf_(rulesets_) {}

    int run() {
        lines_.open(folder_ / "cases.jsonl");
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(rulesets_.path())) {
            if (entry.path().extension() == ".yaml" && entry.path().parent_path().filename() == "cases") {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) read_file(file);
        std::cerr << render(diagnostics_, sources_, DiagnosticFormat::text);
        std::cout << counts_.cases << " judged cases, " << counts_.cases_completed << " of them completed; "
                  << counts_.jobs << " complete jobs, " << counts_.held_against_verdict
                  << " of them held against the verdict on their case, " << counts_.refuted << " refuted; "
                  << counts_.laws << " exported texts of laws\n";
        const std::map<testing::Unfit, std::string> reasons = {
            {testing::Unfit::contradictory, "no values found that the constraints allow"},
            {testing::Unfit::figure, "a number that is no short decimal"},
            {testing::Unfit::times, "one time settles what no pair of times does"}};
        for (const auto& [reason, text] : reasons) {
            if (counts_.unfit[reason] != 0) std::cout << counts_.unfit[reason] << " left out: " << text << "\n";
        }
        return diagnostics_.has_errors() || counts_.refuted != 0 ? 1 : 0;
    }

private:
    void read_file(const fs::path& file) {
        const auto source = read_text_file(file, max_case_file_bytes, sources_, diagnostics_);
        if (!source) return;
        const auto tree =
            read_job_text(sources_, *source, JobTextFormat::yaml, diagnostics_, true, max_case_file_bytes);
        if (!tree) return;
        for (const Case& one : read_cases(*tree, diagnostics_)) {
            if (!wanted_.empty() && wanted_.count(one.heading.country.value_or("")) == 0) continue;
            grow(one);
        }
    }

    void grow(const Case& one) {
        JobText text;
        text.heading = one.heading;
        text.facts = one.facts;
        text.form = FactsForm::own_mapping;
        text.place = one.span;
        text.country_place = one.span;
        const auto placed = place_job(shelf_, text, {}, diagnostics_);
        if (!placed) return;
        ++counts_.cases;
        const ExportedLaw* law = exported(*placed->tables, one.span);
        const auto verdict = judge(*placed, text.place, false, diagnostics_);
        if (law == nullptr || !verdict) return;
        std::mt19937 random(static_cast<std::uint32_t>(std::hash<std::string>{}(one.heading.id)));
        std::set<std::string> seen;
        for (std::size_t number = 0; number < jobs_; ++number) {
            testing::CompletedJob grown;
            for (int attempt = 0; attempt < most_attempts && !grown.made; ++attempt) {
                grown = testing::complete_job(*placed->tables, law->model, placed->job, random);
            }
            if (!grown.made) {
                ++counts_.unfit[grown.unfit];
                continue;
            }
            if (seen.insert(grown.made->inputs.dump()).second) write(one, *law, *grown.made, *verdict);
        }
        counts_.cases_completed += seen.empty() ? 0 : 1;
    }

    void write(const Case& one, const ExportedLaw& law, const testing::ExchangeCase& made, const Verdict& verdict) {
        if (!made.formally_broken) {
            ++counts_.held_against_verdict;
            const auto& possible = verdict.possible;
            if (std::find(possible.begin(), possible.end(), made.outcome) == possible.end() && ++counts_.refuted <= 3) {
                std::cout << one.heading.id << ": " << made.outcome
                          << " is not possible by the verdict: " << made.inputs.dump() << "\n";
            }
        }
        nlohmann::ordered_json line = {{"case", one.heading.id}, {"judged", one.expect},    {"file", law.file},
                                       {"inputs", made.inputs},  {"outcome", made.outcome}, {"norms", made.norms},
                                       {"unread", made.unread}};
        lines_ << line.dump() << "\n";
        ++counts_.jobs;
    }

    /// One export for all days between two changes.
    const ExportedLaw* exported(const CompiledTables& tables, Span place) {
        const Version& version = *tables.version;
        const auto law = rulesets_.law(version.jurisdiction, place, diagnostics_);
        const auto& changes = law->change_dates();
        const auto period = std::upper_bound(changes.begin(), changes.end(), version.date) - changes.begin();
        const auto [found, is_new] = laws_.try_emplace({version.jurisdiction, period});
        if (is_new) {
            for (const auto& [format, ending] :
                 {std::pair{ExchangeFormat::dmn, ".dmn"}, std::pair{ExchangeFormat::zen, ".json"}}) {
                const auto text = export_tables(tables, format, place, diagnostics_);
                if (!text) return nullptr;
                const std::string file = version.jurisdiction + "-" + version.date.text();
                std::ofstream(folder_ / (file + ending)) << *text;
                found->second = ExportedLaw{file, exchange::model_of_law(tables)};
            }
            ++counts_.laws;
        }
        return found->second ? &*found->second : nullptr;
    }

    fs::path folder_;
    std::size_t jobs_;
    std::set<std::string> wanted_;
    Sources sources_;
    Diagnostics diagnostics_;
    RulesetFolder rulesets_;
    LawShelf shelf_;
    std::ofstream lines_;
    std::map<std::pair<std::string, std::ptrdiff_t>, std::optional<ExportedLaw>> laws_;
    Counts counts_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::cerr << "usage: exchange_cases RULESETS FOLDER JOBS [JURISDICTION...]\n";
        return 2;
    }
    fs::create_directories(arguments[2]);
    return Exporter(arguments[1], arguments[2], std::strtoull(arguments[3], nullptr, 10),
                    {arguments + 4, arguments + count})
        .run();
}
