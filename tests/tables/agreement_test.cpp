// The tables say what the conditions say, and never outgrow them: random laws over a few facts, every job.
//
// A law is read off a tape of bytes, so that a failing tape shrinks to a small law.
#include "engine/law/reference_reading.hpp"
#include "engine/tables/row_by_row.hpp"
#include "tests/support/version_builder.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace labourlex;
using namespace labourlex::test;

namespace {

class Tape {
public:
    explicit Tape(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
    std::size_t below(std::size_t count) { return place_ < bytes_.size() ? bytes_[place_++] % count : 0; }

private:
    std::vector<std::uint8_t> bytes_;
    std::size_t place_ = 0;
};

constexpr std::size_t letters = 4;

struct RandomLaw {
    explicit RandomLaw(Tape tape) : tape(std::move(tape)) {
        for (std::size_t i = 0; i < letters; ++i) {
            atoms.push_back(law.yes(law.yes_no("fact_" + std::to_string(i), "Fact " + std::to_string(i))));
        }
        night = law.yes_no("night_work", "Night work");
        law.version.clock_terms[night] = any({all({atoms[0], law.overlaps(20 * 60, 6 * 60, night)}),
                                              all({negation(atoms[0]), law.overlaps(22 * 60, 6 * 60, night)})});
        atoms.push_back(law.yes(night));
        atoms.push_back(law.is(night, {0}));
        atoms.push_back(law.define("term", "Term", condition(2)));
    }

    Condition condition(int depth) {
        const std::size_t form = depth == 0 ? 0 : tape.below(6);
        if (form < 2) return atoms[tape.below(atoms.size())];
        if (form == 2) return negation(condition(depth - 1));
        std::vector<Condition> children(tape.below(4));
        for (Condition& child : children) child = condition(depth - 1);
        if (form == 3) return all(children);
        return form == 4 ? any(children) : none_of(children);
    }

    void norms() {
        Instrument second = law.version.instruments[0];
        second.name = "xx.act";
        second.regulating = tape.below(2) == 0;
        second.reaches = condition(2);
        if (tape.below(3) == 0) second.in_force = condition(1);
        law.version.instruments[0].reaches = condition(1);
        law.version.instruments.push_back(second);
        const Condition list = condition(2);
        const std::size_t count = 1 + tape.below(6);
        for (std::size_t i = 0; i < count; ++i) add_norm(i, list);
        if (tape.below(4) == 0) {
            law.version.unseen_laws.push_back({"xx.unseen", "Unseen", {}, condition(1), condition(1), {}, {}});
        }
    }

    void add_norm(std::size_t number, const Condition& list) {
        static const std::vector<std::string> classes{"light-work", "prohibited", "hazardous", "worst-form"};
        static const std::vector<NormKind> kinds{NormKind::rule,      NormKind::item,        NormKind::exception,
                                                 NormKind::exception, NormKind::requirement, NormKind::unseen};
        const NormKind kind = number == 0 ? NormKind::rule : kinds[tape.below(kinds.size())];
        const NormIndex index =
            law.norm(kind, "n" + std::to_string(number), "Norm", condition(3), classes[tape.below(classes.size())]);
        Norm& norm = law.version.norms[index];
        norm.citation.instrument = static_cast<InstrumentIndex>(tape.below(2));
        const Instrument& instrument = law.version.instruments[norm.citation.instrument];
        norm.reaches = all({instrument.in_force, instrument.reaches});
        if (tape.below(2) == 0) norm.shared = list;
        norm.blocking = true;
        if (kind == NormKind::requirement || (kind == NormKind::exception && tape.below(2) == 0)) {
            norm.needs = condition(2);
            norm.strength = static_cast<Strength>(tape.below(3));
        }
        if (kind != NormKind::exception) return;
        norm.does_not_apply = tape.below(3) == 0;
        for (NormIndex parent = 0; parent < index; ++parent) {
            if (tape.below(2) == 0 && law.version.norms[parent].kind != NormKind::duty) {
                norm.parents.push_back(parent);
                law.version.norms[parent].exceptions.push_back(index);
            }
        }
    }

    VersionBuilder law;
    Tape tape;
    std::vector<Condition> atoms;
    FactIndex night = no_fact;
};

/// Tapes of full length, many at once: a law as small as the first tries of a property finds little.
rc::Gen<std::vector<std::vector<std::uint8_t>>> tapes() {
    return rc::gen::container<std::vector<std::vector<std::uint8_t>>>(
        20, rc::gen::resize(200, rc::gen::arbitrary<std::vector<std::uint8_t>>()));
}

/// One job of the space: the letters, and a shift that works in no window, in one or in both.
Completion job(const Version& version, std::size_t number) {
    Completion completion = blank_completion(version);
    for (std::size_t i = 0; i < letters; ++i) completion.facts[i].choice = number >> i & 1U;
    const std::size_t shift = number >> letters;
    completion.start = 9 * 60;
    completion.end = (shift == 0 ? 17 : shift == 1 ? 21 : 23) * 60;
    return completion;
}
constexpr std::size_t job_count = 3U << letters;

void agree(const std::vector<std::uint8_t>& bytes) {
    RandomLaw random{Tape(bytes)};
    random.norms();
    const auto version = random.law.build();
    const CompiledTables tables = lower(version);
    RC_ASSERT(row_count(tables) <= tables.source_size);

    Situation situation = blank_situation(version);
    situation.shift.kind = ShiftSituation::Kind::free;
    std::vector<reference::RequirementStatus> statuses;
    for (std::size_t i = 0; i < version->norms.size(); ++i) {
        statuses.push_back(static_cast<reference::RequirementStatus>(random.tape.below(3)));
    }
    const bool unseen = random.tape.below(2) == 0;
    for (std::size_t number = 0; number < job_count; ++number) {
        Completion completion = job(*version, number);
        completion.unseen.assign(version->norms.size(), unseen);
        for (auto& cls : completion.unseen_laws) cls = unseen ? 3 : none_index;
        const auto expected = reference::read(situation, completion, statuses);
        const TablesReading found = read_rows(tables, situation, completion, statuses);
        RC_ASSERT(found.speaks == expected.speaks);
        RC_ASSERT(found.given == expected.given);
        RC_ASSERT(found.outcome == expected.outcome);
    }
}

}  // namespace

TEST_CASE("random laws: rows and reference agree on every job, and rows never exceed the source") {
    const bool agreed = rc::check("rows read as the reference", [] {
        for (const auto& bytes : *tapes()) agree(bytes);
    });
    CHECK(agreed);
}

TEST_CASE("equal versions are lowered to equal tables") {
    const bool same = rc::check("lowering is deterministic", [](const std::vector<std::uint8_t>& bytes) {
        RandomLaw random{Tape(bytes)};
        random.norms();
        const CompiledTables once = lower(random.law.build());
        const CompiledTables again = lower(random.law.build());
        RC_ASSERT(once.tables.size() == again.tables.size());
        for (std::size_t i = 0; i < once.tables.size(); ++i) {
            RC_ASSERT(once.tables[i].name == again.tables[i].name);
            RC_ASSERT(once.tables[i].columns == again.tables[i].columns);
            RC_ASSERT(once.tables[i].rows.size() == again.tables[i].rows.size());
        }
    });
    CHECK(same);
}

TEST_CASE("every column on a table comes after that table") {
    const bool ordered = rc::check("parts stand first", [](std::vector<std::uint8_t> bytes) {
        RandomLaw random{Tape(std::move(bytes))};
        random.norms();
        const CompiledTables tables = lower(random.law.build());
        for (TableIndex i = 0; i < tables.tables.size(); ++i) {
            for (const Column& column : tables.tables[i].columns) {
                RC_ASSERT(column.kind == Column::Kind::atom || column.table < i);
            }
            for (const Row& row : tables.tables[i].rows) RC_ASSERT(row.cells.size() == tables.tables[i].columns.size());
        }
    });
    CHECK(ordered);
}
