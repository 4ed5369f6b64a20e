#include "tests/support/random_jobs.hpp"

#include "engine/law/reference_reading.hpp"

#include <algorithm>
#include <set>

namespace labourlex::testing {

namespace {

void facts_of(const Version& version, const Condition& condition, std::set<FactIndex>& facts) {
    if (condition.kind == Condition::Kind::atom) {
        const Atom& atom = version.atoms.at(condition.atom);
        if (atom.fact != no_fact) {
            facts.insert(atom.fact);
        }
        for (const LinearTerm& term : atom.form.terms) {
            if (term.fact == shift_length) {
                facts.insert({version.shift_start, version.shift_end});
            } else {
                facts.insert(term.fact);
            }
            if (term.whole_fact != no_fact) {
                facts.insert(term.whole_fact);
            }
        }
    } else if (condition.kind == Condition::Kind::definition) {
        facts_of(version, version.definitions.at(condition.definition).when, facts);
    }
    for (const Condition& child : condition.children) {
        facts_of(version, child, facts);
    }
}

}  // namespace

RandomJobs::RandomJobs(std::shared_ptr<const Version> version, std::uint64_t seed)
    : version_(std::move(version)), random_(seed), seed_(seed) {
    learn_thresholds();
}

std::uint64_t RandomJobs::below(std::uint64_t bound) {
    return bound == 0 ? 0 : random_() % bound;
}

bool RandomJobs::chance(int percent) {
    return below(100) < static_cast<std::uint64_t>(percent);
}

void RandomJobs::learn_thresholds() {
    const std::size_t count = version_->vocabulary->facts.size();
    thresholds_.resize(count);
    mentioned_.resize(count);
    std::set<FactIndex> used;
    std::set<int> edges;
    for (const Atom& atom : version_->atoms) {
        if (atom.fact != no_fact) {
            used.insert(atom.fact);
            mentioned_[atom.fact].insert(mentioned_[atom.fact].end(), atom.codes.begin(), atom.codes.end());
        }
        for (const LinearTerm& term : atom.form.terms) {
            if (term.fact != shift_length) {
                used.insert(term.fact);
            }
        }
        if (atom.kind == Atom::Kind::overlap) {
            edges.insert({atom.window_from % minutes_of_day, atom.window_to % minutes_of_day});
        }
        const auto& terms = atom.form.terms;
        if (terms.empty() || terms.front().fact == shift_length || terms.front().whole_fact != no_fact) {
            continue;
        }
        std::vector<Rational> constants{atom.form.constant};
        if (atom.kind == Atom::Kind::limit) {
            constants.clear();
            for (const Limit& text : version_->limits.at(atom.limit)) {
                for (const Limit::Row& row : text.rows) {
                    constants.push_back(atom.form.constant - atom.factor * row.cell.low);
                    if (row.cell.high) {
                        constants.push_back(atom.form.constant - atom.factor * *row.cell.high);
                    }
                }
            }
        }
        for (const Rational& constant : constants) {
            thresholds_[terms.front().fact].push_back(-constant / terms.front().factor);
        }
    }
    used_.assign(used.begin(), used.end());
    minutes_.assign(edges.begin(), edges.end());
    std::set<FactIndex> tied;
    for (const Impossible& impossible : version_->impossible) {
        facts_of(*version_, impossible.when, tied);
    }
    tied.erase(no_fact);
    tied_.assign(tied.begin(), tied.end());
}

Knowledge& RandomJobs::knowledge(FactIndex fact) {
    if (!drawn_[fact]) {
        drawn_[fact].emplace();
        drawn_[fact]->fact = fact;
    }
    return *drawn_[fact];
}

void RandomJobs::put_number(FactIndex fact, const Rational& value) {
    const FactDeclaration& declaration = version_->vocabulary->facts[fact];
    Rational kept = std::clamp(value, declaration.low, declaration.high);
    if (declaration.whole && !kept.is_whole()) {
        kept = std::clamp(Rational(kept.floor()), declaration.low, declaration.high);
    }
    knowledge(fact).numbers = {{kept, kept}};
}

void RandomJobs::put_choice(FactIndex fact, std::size_t choice) {
    std::vector<bool> choices(version_->vocabulary->facts[fact].choices.size(), false);
    choices.at(choice) = true;
    knowledge(fact).choices = choices;
}

void RandomJobs::put_minutes(FactIndex fact, int minutes) {
    const int wrapped = ((minutes % minutes_of_day) + minutes_of_day) % minutes_of_day;
    knowledge(fact).minutes = {{wrapped, wrapped}};
}

Rational RandomJobs::number_near(FactIndex fact) {
    const FactDeclaration& declaration = version_->vocabulary->facts[fact];
    if (!thresholds_[fact].empty() && chance(85)) {
        const Rational step = declaration.whole || chance(50) ? Rational(1) : Rational(1, 10);
        const Rational shift = Rational(static_cast<std::int64_t>(below(3)) - 1) * step;
        return one_of(thresholds_[fact]) + shift;
    }
    const std::int64_t span = (declaration.high - declaration.low).floor();
    return declaration.low + Rational(static_cast<std::int64_t>(below(static_cast<std::uint64_t>(span) + 1)));
}

CodeIndex RandomJobs::below_code(const Taxonomy& taxonomy, CodeIndex code, bool leaf) {
    while (!taxonomy.node(code).children.empty() && (leaf || chance(40))) {
        code = one_of(taxonomy.node(code).children);
    }
    return code;
}

CodeIndex RandomJobs::code_near(FactIndex fact) {
    const Taxonomy& taxonomy = version_->vocabulary->taxonomy_of(fact);
    const CodeIndex from = !mentioned_[fact].empty() && chance(80) ? one_of(mentioned_[fact])
                                                                   : static_cast<CodeIndex>(below(taxonomy.size()));
    return below_code(taxonomy, from, taxonomy.exhaustive());
}

/// A quiet value: mostly what would be assumed, else something near what the law asks about.
void RandomJobs::draw(FactIndex fact) {
    const FactDeclaration& declaration = version_->vocabulary->facts[fact];
    drawn_[fact].reset();
    const bool may_be_absent = declaration.assumed && !declaration.asked_when;
    const bool quiet = declaration.assumed && chance(declaration.kept_in_strict ? 97 : 85);
    if (quiet && may_be_absent && chance(30)) {
        return;
    }
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            put_choice(fact, quiet ? declaration.assumed->choice : below(declaration.choices.size()));
            break;
        case FactType::number:
            put_number(fact, quiet ? declaration.assumed->number : number_near(fact));
            break;
        case FactType::code:
            if (quiet && may_be_absent) {
                return;
            }
            knowledge(fact).codes = {code_near(fact)};
            break;
        case FactType::code_set: {
            SetKnowledge& set = knowledge(fact).set;
            set.listed = true;
            const std::uint64_t size = quiet ? 0 : 1 + below(3);
            while (set.has.size() < size) {
                const CodeIndex code = code_near(fact);
                if (std::find(set.has.begin(), set.has.end(), code) != set.has.end()) {
                    break;
                }
                set.has.push_back(code);
            }
            break;
        }
        case FactType::time_of_day:
            break;  // drawn as a pair
    }
}

void RandomJobs::aim_at(const Condition& condition, int depth) {
    switch (condition.kind) {
        case Condition::Kind::all:
            for (const Condition& child : condition.children) {
                aim_at(child, depth + 1);
            }
            break;
        case Condition::Kind::any:
            if (!condition.children.empty()) {
                aim_at(one_of(condition.children), depth + 1);
            }
            break;
        case Condition::Kind::definition:
            aim_at(version_->definitions.at(condition.definition).when, depth + 1);
            break;
        case Condition::Kind::atom:
            aim_at_atom(version_->atoms.at(condition.atom));
            break;
        case Condition::Kind::negation:  // what is not to hold is mostly quiet already
            if (chance(20)) {
                aim_at(condition.children.at(0), depth + 1);
            }
            break;
    }
}

void RandomJobs::aim_at_atom(const Atom& atom) {
    switch (atom.kind) {
        case Atom::Kind::choice: {
            std::vector<std::size_t> marked;
            for (std::size_t choice = 0; choice < atom.choices.size(); ++choice) {
                if (atom.choices[choice]) {
                    marked.push_back(choice);
                }
            }
            if (!marked.empty()) {
                put_choice(atom.fact, one_of(marked));
            }
            break;
        }
        case Atom::Kind::code:
            if (!atom.codes.empty()) {
                const Taxonomy& taxonomy = version_->vocabulary->taxonomy_of(atom.fact);
                knowledge(atom.fact).codes = {below_code(taxonomy, one_of(atom.codes), taxonomy.exhaustive())};
            }
            break;
        case Atom::Kind::set_includes:
        case Atom::Kind::set_region:
        case Atom::Kind::set_only:
            if (!atom.codes.empty()) {
                const Taxonomy& taxonomy = version_->vocabulary->taxonomy_of(atom.fact);
                const CodeIndex code = below_code(taxonomy, one_of(atom.codes), taxonomy.exhaustive());
                SetKnowledge& set = knowledge(atom.fact).set;
                set.listed = true;
                if (std::find(set.has.begin(), set.has.end(), code) == set.has.end()) {
                    set.has.push_back(code);
                }
            }
            break;
        case Atom::Kind::number:
        case Atom::Kind::limit:
            aim_at_number(atom.form);
            break;
        case Atom::Kind::overlap: {
            const int from = atom.window_from - 60 + static_cast<int>(below(3)) * 60;
            put_minutes(version_->shift_start, from);
            put_minutes(version_->shift_end, from + 1 + static_cast<int>(below(600)));
            break;
        }
        case Atom::Kind::stated:
            break;
    }
}

void RandomJobs::aim_at_number(const LinearForm& form) {
    for (const LinearTerm& term : form.terms) {
        if (term.fact != shift_length) {
            put_number(term.fact, number_near(term.fact));
        }
    }
}

bool RandomJobs::possible() {
    const Situation situation = make_situation(version_, job_of_drawn("draft"));
    bool found = false;
    reference::for_each_completion(situation, 1, [&](const Completion&) { found = true; });
    return found;
}

Job RandomJobs::job_of_drawn(const char* kind) {
    Job job;
    job.id = std::string(kind) + "-" + std::to_string(seed_) + "-" + std::to_string(number_);
    job.country = version_->jurisdiction;
    job.date = version_->date;
    for (const auto& known : drawn_) {
        if (known && version_->vocabulary->facts[known->fact].stated_freely()) {
            job.stated.push_back(*known);
        }
    }
    return job;
}

Job RandomJobs::complete() {
    ++number_;
    const FactIndex count = static_cast<FactIndex>(version_->vocabulary->facts.size());
    while (true) {
        drawn_.assign(count, std::nullopt);
        for (FactIndex fact = 0; fact < count; ++fact) {
            draw(fact);
        }
        if (version_->shift_start != no_fact && version_->shift_end != no_fact && chance(50)) {
            const int start = minutes_.empty() || chance(40) ? static_cast<int>(below(minutes_of_day))
                                                             : one_of(minutes_) + static_cast<int>(below(3)) - 1;
            const int end = minutes_.empty() || chance(40) ? start + static_cast<int>(below(720))
                                                           : one_of(minutes_) + static_cast<int>(below(3)) - 1;
            put_minutes(version_->shift_start, start);
            put_minutes(version_->shift_end, end);
        }
        for (std::uint64_t aims = below(3); aims > 0 && !version_->norms.empty(); --aims) {
            const Norm& norm = one_of(version_->norms);
            for (const Condition* part : {&norm.reaches, &norm.shared, &norm.when}) {
                aim_at(*part, 0);
            }
            if (!norm.parents.empty()) {
                const Norm& parent = version_->norms.at(one_of(norm.parents));
                for (const Condition* part : {&parent.reaches, &parent.shared, &parent.when}) {
                    aim_at(*part, 0);
                }
            }
        }
        for (int tries = 0; tries < 60; ++tries) {
            if (possible()) {
                return job_of_drawn("complete");
            }
            for (const FactIndex fact : tied_) {
                const bool time = version_->vocabulary->facts[fact].type == FactType::time_of_day;
                if (time || chance(50)) {
                    draw(fact);
                }
            }
        }
    }
}

Job RandomJobs::partial() {
    (void)complete();
    const std::uint64_t wanted = 1 + below(6);
    for (std::uint64_t done = 0; done < wanted; ++done) {
        const bool any_fact = used_.empty() || chance(10);
        obscure(any_fact ? static_cast<FactIndex>(below(drawn_.size())) : one_of(used_));
    }
    return job_of_drawn("partial");
}

/// Makes one fact known only in part.
void RandomJobs::obscure(FactIndex fact) {
    const FactDeclaration& declaration = version_->vocabulary->facts[fact];
    if (chance(25)) {
        drawn_[fact].reset();
        return;
    }
    Knowledge& known = knowledge(fact);
    if (declaration.type == FactType::code_set) {
        obscure_set(known);
        return;
    }
    if (chance(50) ||
        (known.choices.empty() && known.numbers.empty() && known.codes.empty() && known.minutes.empty())) {
        known = Knowledge{};
        known.fact = fact;
        known.stated_unknown = true;
        return;
    }
    switch (declaration.type) {
        case FactType::yes_no:
        case FactType::choice:
            known.choices.at(below(known.choices.size())) = true;
            break;
        case FactType::number: {
            const Rational value = known.numbers.front().low;
            const Rational other = std::clamp(number_near(fact), declaration.low, declaration.high);
            const Rational second = declaration.whole ? Rational(other.floor()) : other;
            if (second == value) {
                break;
            }
            const NumberInterval both{std::min(value, second), std::max(value, second)};
            if (chance(60)) {
                known.numbers = {both};
            } else {
                known.numbers = {{both.low, both.low}, {both.high, both.high}};
            }
            break;
        }
        case FactType::code: {
            const Taxonomy& taxonomy = version_->vocabulary->taxonomy_of(fact);
            const CodeIndex parent = taxonomy.node(known.codes.front()).parent;
            if (parent != no_code && chance(50)) {
                known.codes = {parent};
            } else {
                known.codes.push_back(code_near(fact));
            }
            std::sort(known.codes.begin(), known.codes.end());
            known.codes.erase(std::unique(known.codes.begin(), known.codes.end()), known.codes.end());
            break;
        }
        case FactType::time_of_day: {
            const int minute = known.minutes.front().first;
            known.minutes = {{minute, std::min(minutes_of_day - 1, minute + static_cast<int>(below(240)))}};
            break;
        }
        case FactType::code_set:
            break;
    }
}

/// Some codes present, nearly all others ruled out: few regions stay open, so that every completion can be tried.
void RandomJobs::obscure_set(Knowledge& known) {
    const Taxonomy& taxonomy = version_->vocabulary->taxonomy_of(known.fact);
    if (!known.set.listed) {
        return;
    }
    std::vector<CodeIndex> open = known.set.has;
    if (open.size() > 1) {
        open.resize(1);
    }
    known.set.has = chance(50) ? open : std::vector<CodeIndex>{};
    if (open.empty() || chance(50)) {
        open.push_back(code_near(known.fact));
    }
    known.set.listed = false;
    known.set.has_not.clear();
    const auto keeps = [&](CodeIndex code) {
        return std::any_of(open.begin(), open.end(), [&](CodeIndex kept) { return taxonomy.at_or_below(kept, code); });
    };
    for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
        const CodeIndex parent = taxonomy.node(code).parent;
        if (!keeps(code) && (parent == no_code || keeps(parent))) {
            known.set.has_not.push_back(code);
        }
    }
    if (known.set.has.empty() && known.set.has_not.empty()) {
        known.stated_unknown = true;
    }
}

}  // namespace labourlex::testing
