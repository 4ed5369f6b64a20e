// What one decision costs, and what its parts cost. docs/performance.md says how to read the numbers.
#include "bench/hand_tuned.hpp"
#include "engine/decide/possible.hpp"
#include "engine/files/ruleset_folder.hpp"
#include "engine/tables/row_by_row.hpp"
#include "tests/support/random_jobs.hpp"

#include <benchmark/benchmark.h>

#include <map>
#include <stdexcept>

using namespace labourlex;

namespace {

const std::map<std::string, const char*> days{{"kz", "2024-01-15"}, {"tj", "2020-05-01"}};
constexpr std::size_t job_count = 1024;

/// A law with jobs for it, made once.
struct Prepared {
    explicit Prepared(const std::string& jurisdiction) {
        Sources sources;
        Diagnostics diagnostics;
        RulesetFolder folder(std::string(LABOURLEX_SOURCE_DIR) + "/rulesets", sources);
        const auto law = folder.law(jurisdiction, Span{}, diagnostics);
        if (!law) {
            throw std::runtime_error(render(diagnostics, sources, DiagnosticFormat::plain));
        }
        tables = std::make_shared<const CompiledTables>(lower(law->consolidate(*Date::parse(days.at(jurisdiction)))));
        fast_path = std::make_unique<decide::FastPath>(*tables);
        hand_tuned = std::make_unique<bench::HandTuned>(*tables);
        testing::RandomJobs random(tables->version, 1);
        decide::FastPath::Scratch scratch = fast_path->make_scratch();
        while (jobs.size() < job_count) {
            Job job = random.complete();
            Situation situation = make_situation(tables->version, job);
            decide::PackedJob one = fast_path->pack(situation);
            if (!one.fully_known || !fast_path->decide(one, scratch).decided) {
                continue;  // an open limit or an unread part may leave even a fully known job undetermined
            }
            jobs.push_back(std::move(job));
            encoded.push_back(hand_tuned->encode(one));
            packed.push_back(std::move(one));
            situations.push_back(std::move(situation));
        }
        while (partial.size() < 64) {
            partial.push_back(make_situation(tables->version, with_unknown(random.complete(), random)));
        }
    }

    /// The job with the first six facts unknown that it states and the law asks about.
    [[nodiscard]] Job with_unknown(Job job, testing::RandomJobs&) const {
        std::size_t made = 0;
        for (std::size_t step = 0; step < job.stated.size() && made < 6; ++step) {
            Knowledge& known = job.stated[(step * 7 + partial.size()) % job.stated.size()];
            const FactDeclaration& declaration = tables->version->vocabulary->facts[known.fact];
            if (known.stated_unknown || declaration.type == FactType::time_of_day || declaration.kept_in_strict) {
                continue;
            }
            const FactIndex fact = known.fact;
            known = Knowledge{};
            known.fact = fact;
            known.stated_unknown = true;
            ++made;
        }
        return job;
    }

    std::shared_ptr<const CompiledTables> tables;
    std::unique_ptr<decide::FastPath> fast_path;
    std::unique_ptr<bench::HandTuned> hand_tuned;
    std::vector<Job> jobs;
    std::vector<Situation> situations;
    std::vector<decide::PackedJob> packed;
    std::vector<std::vector<std::uint16_t>> encoded;
    std::vector<Situation> partial;
};

const Prepared& prepared(const std::string& jurisdiction) {
    static std::map<std::string, std::unique_ptr<Prepared>> all;
    auto& one = all[jurisdiction];
    if (!one) {
        one = std::make_unique<Prepared>(jurisdiction);
    }
    return *one;
}

void fast_path(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    decide::FastPath::Scratch scratch = law.fast_path->make_scratch();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(law.fast_path->decide(law.packed[next++ % job_count], scratch));
    }
    state.counters["norms"] = static_cast<double>(law.tables->version->norms.size());
    state.counters["rows"] = static_cast<double>(row_count(*law.tables));
}

void pack_and_decide(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    decide::FastPath::Scratch scratch = law.fast_path->make_scratch();
    decide::PackedJob packed;
    std::size_t next = 0;
    for (auto _ : state) {
        law.fast_path->pack(law.situations[next++ % job_count], packed);
        benchmark::DoNotOptimize(law.fast_path->decide(packed, scratch));
    }
}

void job_to_decision(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    decide::FastPath::Scratch scratch = law.fast_path->make_scratch();
    decide::PackedJob packed;
    std::size_t next = 0;
    for (auto _ : state) {
        law.fast_path->pack(make_situation(law.tables->version, law.jobs[next++ % job_count]), packed);
        benchmark::DoNotOptimize(law.fast_path->decide(packed, scratch));
    }
}

void hand_tuned(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(law.hand_tuned->classify(law.encoded[next++ % job_count].data()));
    }
    state.counters["conjunctions"] = static_cast<double>(law.hand_tuned->conjunctions());
    state.counters["dimensions"] = static_cast<double>(law.hand_tuned->dimensions());
    state.counters["norms"] = static_cast<double>(law.hand_tuned->norms());
    state.counters["left_out"] = static_cast<double>(law.hand_tuned->norms_left_out());
}

/// The second reading, every table walked: what rules kept as data cost without an index.
void rows_one_by_one(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    std::vector<Completion> completions;
    std::vector<std::vector<reference::RequirementStatus>> statuses;
    for (std::size_t index = 0; index < 64; ++index) {
        statuses.push_back(reference::requirement_statuses(law.situations[index], 1000));
        std::optional<Completion> first;
        reference::for_each_completion(law.situations[index], 1,
                                       [&](const Completion& completion) { first = completion; });
        completions.push_back(first.value());
    }
    std::size_t next = 0;
    for (auto _ : state) {
        const std::size_t index = next++ % completions.size();
        benchmark::DoNotOptimize(read_rows(*law.tables, law.situations[index], completions[index], statuses[index]));
    }
}

void six_unknown_facts(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(decide::possible_outcomes(*law.tables, law.partial[next++ % law.partial.size()]));
    }
}

void compile_law(benchmark::State& state, const std::string& jurisdiction) {
    for (auto _ : state) {
        Sources sources;
        Diagnostics diagnostics;
        RulesetFolder folder(std::string(LABOURLEX_SOURCE_DIR) + "/rulesets", sources);
        const auto law = folder.law(jurisdiction, Span{}, diagnostics);
        const CompiledTables tables = lower(law->consolidate(*Date::parse(days.at(jurisdiction))));
        benchmark::DoNotOptimize(tables.tables.size());
    }
}

void compile_fast_path(benchmark::State& state, const std::string& jurisdiction) {
    const Prepared& law = prepared(jurisdiction);
    for (auto _ : state) {
        const decide::FastPath made(*law.tables);
        benchmark::DoNotOptimize(&made);
    }
}

}  // namespace

int main(int count, char** arguments) {
    for (const char* jurisdiction : {"kz", "tj"}) {
        const std::string law = jurisdiction;
        benchmark::RegisterBenchmark(("hand_tuned/" + law).c_str(), hand_tuned, law);
        benchmark::RegisterBenchmark(("fast_path/" + law).c_str(), fast_path, law);
        benchmark::RegisterBenchmark(("pack_and_decide/" + law).c_str(), pack_and_decide, law);
        benchmark::RegisterBenchmark(("job_to_decision/" + law).c_str(), job_to_decision, law);
        benchmark::RegisterBenchmark(("rows_one_by_one/" + law).c_str(), rows_one_by_one, law);
        benchmark::RegisterBenchmark(("six_unknown_facts/" + law).c_str(), six_unknown_facts, law);
        benchmark::RegisterBenchmark(("compile_fast_path/" + law).c_str(), compile_fast_path, law);
        benchmark::RegisterBenchmark(("compile_law/" + law).c_str(), compile_law, law);
    }
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
