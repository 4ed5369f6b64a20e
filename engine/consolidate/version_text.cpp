#include "engine/consolidate/version_text.hpp"

#include "engine/law/statute_book.hpp"

#include <algorithm>

namespace labourlex {

namespace {

/// Fields of one line, each told apart from the next.
class LineOf {
public:
    explicit LineOf(std::string kind) : text_(std::move(kind)) {}
    LineOf& add(std::string_view field) {
        text_ += " | ";
        text_ += field;
        return *this;
    }
    LineOf& add_all(std::vector<std::string> fields, bool ordered = true) {
        if (!ordered) std::sort(fields.begin(), fields.end());
        text_ += " | [";
        for (const std::string& field : fields) text_ += field + "; ";
        text_ += "]";
        return *this;
    }
    LineOf& add_number(std::size_t number) { return add(std::to_string(number)); }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

class Teller {
public:
    Teller(const CompiledLaw& law, Date date) : book_(law.book()), kept_(law.consolidate(date)), version_(*kept_) {
        definitions_.resize(version_.definitions.size());
    }

    std::vector<std::string> run() {
        say(LineOf("jurisdiction").add(version_.jurisdiction).add(version_.title).add(version_.date.text()));
        for (const ClassDeclaration& cls : version_.classes) {
            say(LineOf("class").add(cls.name).add(cls.title).add_number(static_cast<std::size_t>(cls.role)));
        }
        instruments();
        for (const Norm& norm : version_.norms) tell(norm);
        limits();
        others();
        std::sort(lines_.begin(), lines_.end());
        return std::move(lines_);
    }

private:
    void say(const LineOf& line) { lines_.push_back(line.text()); }

    [[nodiscard]] std::string fact(FactIndex index) const {
        if (index == shift_length) return "length of shift";
        return index < version_.vocabulary->facts.size() ? version_.vocabulary->facts[index].name : std::string("-");
    }

    std::string text_of(const LinearForm& form) const {
        std::vector<std::string> terms;
        terms.reserve(form.terms.size());
        for (const LinearTerm& term : form.terms) {
            terms.push_back(term.factor.text() + "*" + fact(term.whole_fact) + "*" + fact(term.fact));
        }
        std::sort(terms.begin(), terms.end());
        std::string text;
        for (const std::string& term : terms) text += term + " + ";
        return text + form.constant.text();
    }

    std::string text_of(const Atom& atom) const {
        std::vector<std::string> codes;
        codes.reserve(atom.codes.size());
        for (const CodeIndex code : atom.codes) {
            codes.push_back(version_.vocabulary->taxonomy_of(atom.fact).node(code).code);
        }
        std::string text = std::to_string(static_cast<int>(atom.kind)) + " " + fact(atom.fact) + " ";
        // The marks of a region stand beside its codes, those of a choice in the order of its values.
        std::vector<std::string> marked;
        for (std::size_t i = 0; i < atom.choices.size(); ++i) {
            if (atom.choices[i]) marked.push_back(i < codes.size() ? codes[i] : std::to_string(i));
        }
        std::sort(codes.begin(), codes.end());
        for (const std::string& code : codes) text += code + ",";
        text += " marked ";
        for (const std::string& mark : marked) text += mark + ",";
        text += " form " + text_of(atom.form) + " " + std::to_string(static_cast<int>(atom.comparison));
        if (atom.limit != none_index) text += " limit " + book_.limits[atom.limit].full_name;
        text += " " + atom.factor.text() + " window " + std::to_string(atom.window_from) + "-" +
                std::to_string(atom.window_to) + " " + fact(atom.term);
        return "(" + text + ")";
    }

    std::string text_of(const Condition& condition) {
        switch (condition.kind) {
            case Condition::Kind::atom:
                return text_of(version_.atoms[condition.atom]);
            case Condition::Kind::definition: {
                std::string& known = definitions_[condition.definition];
                if (known.empty()) known = text_of(version_.definitions[condition.definition].when);
                return known;
            }
            case Condition::Kind::negation:
                return "not " + text_of(condition.children.front());
            case Condition::Kind::all:
            case Condition::Kind::any:
                break;
        }
        std::vector<std::string> parts;
        parts.reserve(condition.children.size());
        for (const Condition& child : condition.children) parts.push_back(text_of(child));
        std::sort(parts.begin(), parts.end());
        std::string text = condition.kind == Condition::Kind::all ? "all{" : "any{";
        for (const std::string& part : parts) text += part + ";";
        return text + "}";
    }

    std::string text_of(const std::optional<Condition>& condition) {
        return condition ? text_of(*condition) : std::string("none");
    }

    [[nodiscard]] std::string text_of(const Citation& citation) const {
        const std::string instrument =
            citation.instrument == none_index ? std::string("-") : version_.instruments[citation.instrument].name;
        return instrument + ", " + citation.provision + ", " + citation.url + ", " +
               std::to_string(static_cast<int>(citation.evidence));
    }

    [[nodiscard]] std::vector<std::string> names(const std::vector<NormIndex>& norms) const {
        std::vector<std::string> found;
        found.reserve(norms.size());
        for (const NormIndex norm : norms) found.push_back(version_.norms[norm].name);
        return found;
    }

    void instruments() {
        for (const Instrument& instrument : version_.instruments) {
            say(LineOf("instrument")
                    .add(instrument.name)
                    .add(instrument.title)
                    .add(instrument.number)
                    .add(instrument.adopted ? instrument.adopted->text() : "")
                    .add(instrument.regulating ? "regulating" : "")
                    .add(instrument.url)
                    .add_number(static_cast<std::size_t>(instrument.evidence))
                    .add(instrument.reach_provision)
                    .add(text_of(instrument.in_force))
                    .add(text_of(instrument.reaches))
                    .add_all(instrument.notes));
        }
    }

    void tell(const Norm& norm) {
        say(LineOf("norm")
                .add(norm.name)
                .add_number(static_cast<std::size_t>(norm.kind))
                .add(norm.title)
                .add(text_of(norm.citation))
                .add_all(norm.notes)
                .add_all(norm.rows)
                .add(norm.list)
                .add(norm.section)
                .add(text_of(norm.in_force))
                .add(text_of(norm.reaches))
                .add(text_of(norm.shared))
                .add(text_of(norm.when))
                .add(version_.classes[norm.cls].name)
                .add(norm.does_not_apply ? "does not apply" : "")
                .add(norm.exemption ? "exemption" : "")
                .add(norm.permitted_list ? "permitted list" : "")
                .add_all(names(norm.permits), false)
                .add(fact(norm.permitted_set))
                .add_all(names(norm.exceptions), false)
                .add_all(names(norm.parents), false)
                .add(text_of(norm.needs))
                .add_number(static_cast<std::size_t>(norm.strength))
                .add(norm.blocking ? "blocking" : "")
                .add(text_of(norm.blocking_when))
                .add(norm.could_lift ? "could lift" : ""));
    }

    void limits() {
        for (std::size_t index = 0; index < version_.limits.size(); ++index) {
            for (const Limit& limit : version_.limits[index]) {
                std::vector<std::string> rows;
                for (const Limit::Row& row : limit.rows) {
                    LineOf line(text_of(row.when));
                    line.add_number(static_cast<std::size_t>(row.cell.kind)).add(row.cell.low.text());
                    line.add(row.cell.high ? row.cell.high->text() : "").add(row.cell.not_allowed ? "not allowed" : "");
                    line.add_all(row.labels);
                    rows.push_back(line.text());
                }
                say(LineOf("limit")
                        .add(limit.name)
                        .add(limit.title)
                        .add(fact(limit.fact))
                        .add(text_of(limit.citation))
                        .add_all(limit.notes)
                        .add_all(limit.rows_of_sheet)
                        .add(text_of(limit.in_force))
                        .add(text_of(limit.reaches))
                        .add_all(rows));
            }
        }
    }

    void others() {
        for (const UnseenLaw& law : version_.unseen_laws) {
            say(LineOf("unseen law")
                    .add(law.title)
                    .add(text_of(law.citation))
                    .add(text_of(law.in_force))
                    .add(text_of(law.reaches))
                    .add_all(law.notes));
        }
        for (const Impossible& impossible : version_.impossible) {
            say(LineOf("impossible").add(impossible.title).add(text_of(impossible.when)));
        }
        for (const Question& question : version_.questions) {
            LineOf line("question");
            line.add(fact(question.fact)).add(version_.vocabulary->facts[question.fact].question);
            for (const QuestionAlternative& alternative : question.alternatives) {
                line.add(alternative.name).add(alternative.title).add(text_of(alternative.citation));
            }
            say(line.add_all(question.notes));
        }
        for (const FixedParameter& parameter : version_.parameters) {
            say(LineOf("parameter").add(fact(parameter.fact)).add(parameter.value).add_all(parameter.notes));
        }
        for (const Season& season : version_.seasons) {
            say(LineOf("season").add(fact(season.fact)).add(season.days).add(season.holds ? "yes" : "no"));
        }
        for (std::size_t index = 0; index < version_.clock_terms.size(); ++index) {
            const auto& term = version_.clock_terms[index];
            if (term) say(LineOf("clock term").add(fact(static_cast<FactIndex>(index))).add(text_of(*term)));
        }
        for (std::size_t index = 0; index < version_.absence_conditions.size(); ++index) {
            const auto& asked = version_.absence_conditions[index];
            if (asked) say(LineOf("asked when").add(fact(static_cast<FactIndex>(index))).add(text_of(*asked)));
        }
        for (const FactDeclaration& declared : version_.vocabulary->facts) {
            // The question whether something was in force on its day exists for every day in doubt; those that are
            // asked on this one were told above.
            if (declared.edge) continue;
            say(LineOf("fact")
                    .add(declared.name)
                    .add(declared.title)
                    .add(declared.question)
                    .add(declared.unit)
                    .add(declared.low.text())
                    .add(declared.high.text())
                    .add(declared.assumed ? "assumed" : "asked")
                    .add(declared.fixed ? "fixed" : ""));
        }
    }

    const StatuteBook& book_;
    std::shared_ptr<const Version> kept_;
    const Version& version_;
    std::vector<std::string> definitions_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> all_that_is_said(const CompiledLaw& law, Date date) {
    return Teller(law, date).run();
}

std::string first_difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    const auto [left, right] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    if (left == one.end() && right == other.end()) return {};
    if (left == one.end()) return *right;
    if (right == other.end()) return *left;
    return std::min(*left, *right);
}

}  // namespace labourlex
