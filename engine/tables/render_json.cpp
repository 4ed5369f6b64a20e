// Everything that the tables hold, for other programs; docs/tables.md documents the shape. Indexes tie the parts together
// because under an edge in doubt two texts of one norm share a name. Numbers of the law are exact, hence texts.
#include "engine/tables/describe.hpp"
#include "engine/tables/formats.hpp"

#include <nlohmann/json.hpp>

namespace labourlex {
namespace {

using Json = nlohmann::ordered_json;

Json index_or_null(std::uint32_t index) { return index == none_index ? Json(nullptr) : Json(index); }

std::string name_of(Evidence evidence) {
    switch (evidence) {
        case Evidence::official: return "official";
        case Evidence::translation: return "translation";
        case Evidence::secondary: return "secondary";
        case Evidence::unverified: return "unverified";
    }
    return {};
}

std::string name_of(NormKind kind) {
    switch (kind) {
        case NormKind::rule: return "rule";
        case NormKind::item: return "item";
        case NormKind::exception: return "exception";
        case NormKind::requirement: return "requirement";
        case NormKind::duty: return "duty";
        case NormKind::permission: return "permission";
        case NormKind::unseen: return "unseen";
    }
    return {};
}

std::string name_of(Strength strength) {
    switch (strength) {
        case Strength::constitutive: return "constitutive";
        case Strength::formal: return "formal";
        case Strength::noted: return "noted";
    }
    return {};
}

std::string name_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::under: return "under";
        case Comparison::over: return "over";
        case Comparison::at_least: return "at-least";
        case Comparison::at_most: return "at-most";
    }
    return {};
}

std::string name_of(DecisionTable::Purpose purpose) {
    using Purpose = DecisionTable::Purpose;
    switch (purpose) {
        case Purpose::definition: return "definition";
        case Purpose::clock_term: return "clock-term";
        case Purpose::part: return "part";
        case Purpose::reaches: return "reaches";
        case Purpose::limit_row: return "limit-row";
        case Purpose::impossible: return "impossible";
        case Purpose::unseen_law: return "unseen-law";
        case Purpose::speaks: return "speaks";
        case Purpose::needs: return "needs";
    }
    return {};
}

std::string name_of(ClassDeclaration::Role role) {
    switch (role) {
        case ClassDeclaration::Role::lawful: return "lawful";
        case ClassDeclaration::Role::breach: return "breach";
        case ClassDeclaration::Role::other: return "other";
    }
    return {};
}

class TablesAsJson {
public:
    explicit TablesAsJson(const CompiledTables& tables) : tables_(tables), law_(*tables.version) {}

    [[nodiscard]] Json document() const {
        Json json;
        json["jurisdiction"] = law_.jurisdiction;
        json["title"] = law_.title;
        json["as_of"] = law_.date.text();
        json["ruleset_version"] = law_.ruleset_version;
        json["source_size"] = tables_.source_size;
        json["row_count"] = row_count(tables_);
        json["classes"] = classes();
        json["instruments"] = instruments();
        json["norms"] = norms();
        json["definitions"] = definitions();
        json["clock_terms"] = clock_terms();
        json["limits"] = limits();
        json["unseen_laws"] = unseen_laws();
        json["impossible"] = impossible();
        json["questions"] = questions();
        json["parameters"] = parameters();
        json["seasons"] = seasons();
        json["atoms"] = atoms();
        json["tables"] = tables();
        return json;
    }

private:
    [[nodiscard]] std::string fact(FactIndex index) const {
        return index == shift_length ? "length of shift" : law_.vocabulary->facts.at(index).name;
    }

    [[nodiscard]] Json citation(const Citation& citation) const {
        Json json;
        json["instrument"] = citation.instrument < law_.instruments.size()
                                 ? Json(law_.instruments[citation.instrument].name)
                                 : Json(nullptr);
        json["provision"] = citation.provision;
        json["url"] = citation.url;
        json["evidence"] = name_of(citation.evidence);
        return json;
    }

    [[nodiscard]] Json classes() const {
        Json list = Json::array();
        for (const ClassDeclaration& cls : law_.classes) {
            list.push_back({{"name", cls.name}, {"title", cls.title}, {"role", name_of(cls.role)},
                            {"default", cls.is_default}});
        }
        return list;
    }

    [[nodiscard]] Json instruments() const {
        Json list = Json::array();
        for (InstrumentIndex i = 0; i < law_.instruments.size(); ++i) {
            const Instrument& act = law_.instruments[i];
            list.push_back({{"name", act.name}, {"title", act.title}, {"number", act.number},
                            {"adopted", act.adopted ? Json(act.adopted->text()) : Json(nullptr)},
                            {"regulating", act.regulating}, {"url", act.url}, {"evidence", name_of(act.evidence)},
                            {"reach_provision", act.reach_provision}, {"notes", act.notes},
                            {"table", tables_.instrument_reaches.at(i)}});
        }
        return list;
    }

    [[nodiscard]] Json norms() const {
        Json list = Json::array();
        for (NormIndex i = 0; i < law_.norms.size(); ++i) {
            const Norm& norm = law_.norms[i];
            const bool exception = norm.kind == NormKind::exception;
            const bool gives_class = norm.kind == NormKind::rule || norm.kind == NormKind::item ||
                                     norm.kind == NormKind::unseen || (exception && !norm.does_not_apply);
            Json json;
            json["index"] = i;
            json["kind"] = name_of(norm.kind);
            json["name"] = norm.name;
            json["title"] = norm.title;
            json["list"] = norm.list;
            json["section"] = norm.section;
            json["class"] = gives_class ? Json(law_.classes.at(norm.cls).name) : Json(nullptr);
            if (exception) json["does_not_apply"] = norm.does_not_apply;
            if (norm.exemption) json["exemption"] = true;
            if (norm.permitted_list) json["permits"] = norm.permits;
            json["speaks"] = tables_.norms.at(i).speaks;
            json["needs"] = index_or_null(tables_.norms.at(i).needs);
            if (norm.needs) json["strength"] = name_of(norm.strength);
            if (norm.kind == NormKind::unseen) {
                json["blocking"] = norm.blocking;
                json["blocking_in_some_jobs"] = norm.blocking_when.has_value();
                json["could_lift"] = norm.could_lift;
            }
            json["exceptions"] = norm.exceptions;
            json["parents"] = norm.parents;
            json["citation"] = citation(norm.citation);
            json["notes"] = norm.notes;
            json["sheet_rows"] = norm.rows;
            list.push_back(std::move(json));
        }
        return list;
    }

    [[nodiscard]] Json definitions() const {
        Json list = Json::array();
        for (DefinitionIndex i = 0; i < law_.definitions.size(); ++i) {
            list.push_back({{"name", law_.definitions[i].name}, {"title", law_.definitions[i].title},
                            {"table", tables_.definitions.at(i)}});
        }
        return list;
    }

    [[nodiscard]] Json clock_terms() const {
        Json list = Json::array();
        for (FactIndex i = 0; i < tables_.clock_terms.size(); ++i) {
            if (tables_.clock_terms[i] == none_index) continue;
            list.push_back({{"fact", fact(i)}, {"table", tables_.clock_terms[i]}});
        }
        return list;
    }

    [[nodiscard]] static Json cell(const LimitCell& cell) {
        switch (cell.kind) {
            case LimitCell::Kind::none: return {{"kind", "none"}};
            case LimitCell::Kind::number:
                return {{"kind", "number"}, {"value", cell.low.text()}, {"not_allowed", cell.not_allowed}};
            case LimitCell::Kind::open: break;
        }
        return {{"kind", "not-seen"}, {"from", cell.low.text()},
                {"under", cell.high ? Json(cell.high->text()) : Json(nullptr)}};
    }

    [[nodiscard]] Json limits() const {
        Json list = Json::array();
        for (LimitIndex i = 0; i < law_.limits.size(); ++i) {
            Json texts = Json::array();
            for (std::size_t text = 0; text < law_.limits[i].size(); ++text) {
                const Limit& limit = law_.limits[i][text];
                const FactDeclaration& declared = law_.vocabulary->facts.at(limit.fact);
                Json axes = Json::array();
                for (const FactIndex axis : limit.axes) axes.push_back(fact(axis));
                Json rows = Json::array();
                for (std::size_t row = 0; row < limit.rows.size(); ++row) {
                    rows.push_back({{"labels", limit.rows[row].labels}, {"value", cell(limit.rows[row].cell)},
                                    {"shown", limit_cell_text(limit.rows[row].cell, declared.unit)},
                                    {"table", tables_.limit_rows.at(i).at(text).at(row)}});
                }
                texts.push_back({{"name", limit.name}, {"title", limit.title}, {"fact", declared.name},
                                 {"unit", declared.unit}, {"axes", axes}, {"citation", citation(limit.citation)},
                                 {"notes", limit.notes}, {"sheet_rows", limit.rows_of_sheet}, {"rows", rows}});
            }
            list.push_back({{"index", i}, {"texts", std::move(texts)}});
        }
        return list;
    }

    [[nodiscard]] Json unseen_laws() const {
        Json list = Json::array();
        for (std::size_t i = 0; i < law_.unseen_laws.size(); ++i) {
            const UnseenLaw& unseen = law_.unseen_laws[i];
            list.push_back({{"name", unseen.name}, {"title", unseen.title}, {"citation", citation(unseen.citation)},
                            {"notes", unseen.notes}, {"table", tables_.unseen_laws.at(i)}});
        }
        return list;
    }

    [[nodiscard]] Json impossible() const {
        Json list = Json::array();
        for (std::size_t i = 0; i < law_.impossible.size(); ++i) {
            list.push_back({{"title", law_.impossible[i].title}, {"table", tables_.impossible.at(i)}});
        }
        return list;
    }

    [[nodiscard]] Json questions() const {
        Json list = Json::array();
        for (const Question& question : law_.questions) {
            Json alternatives = Json::array();
            for (const QuestionAlternative& alternative : question.alternatives) {
                alternatives.push_back({{"name", alternative.name}, {"title", alternative.title},
                                        {"citation", citation(alternative.citation)}});
            }
            const FactDeclaration& declared = law_.vocabulary->facts.at(question.fact);
            list.push_back({{"fact", declared.name}, {"question", declared.question}, {"edge", question.edge},
                            {"alternatives", std::move(alternatives)}, {"notes", question.notes}});
        }
        return list;
    }

    [[nodiscard]] Json parameters() const {
        Json list = Json::array();
        for (const FixedParameter& fixed : law_.parameters) {
            list.push_back({{"fact", fact(fixed.fact)}, {"value", fixed.value}, {"citation", citation(fixed.citation)},
                            {"notes", fixed.notes}});
        }
        return list;
    }

    [[nodiscard]] Json seasons() const {
        Json list = Json::array();
        for (const Season& season : law_.seasons) {
            list.push_back({{"fact", fact(season.fact)}, {"days", season.days}, {"holds", season.holds},
                            {"citation", season.citation ? citation(*season.citation) : Json(nullptr)},
                            {"notes", season.notes}});
        }
        return list;
    }

    [[nodiscard]] Json form(const LinearForm& form) const {
        Json terms = Json::array();
        for (const LinearTerm& term : form.terms) {
            Json json{{"fact", fact(term.fact)}, {"factor", term.factor.text()}};
            if (term.whole_fact != no_fact) json["times"] = fact(term.whole_fact);
            terms.push_back(std::move(json));
        }
        return {{"terms", std::move(terms)}, {"constant", form.constant.text()}};
    }

    [[nodiscard]] Json codes(const Atom& atom) const {
        Json list = Json::array();
        for (const CodeIndex code : atom.codes) {
            list.push_back(law_.vocabulary->taxonomy_of(atom.fact).node(code).code);
        }
        return list;
    }

    [[nodiscard]] Json atom(AtomIndex index) const {
        const Atom& atom = law_.atoms[index];
        Json json;
        json["index"] = index;
        json["subject"] = subject(law_, atom);
        json["condition"] = condition_text(law_, atom, false);
        switch (atom.kind) {
            case Atom::Kind::choice: {
                json["kind"] = "choice";
                json["fact"] = fact(atom.fact);
                Json values = Json::array();
                const auto& choices = law_.vocabulary->facts.at(atom.fact).choices;
                for (std::size_t i = 0; i < atom.choices.size(); ++i) {
                    if (atom.choices[i]) values.push_back(choices.at(i).name);
                }
                json["values"] = std::move(values);
                break;
            }
            case Atom::Kind::code:
            case Atom::Kind::set_includes:
            case Atom::Kind::set_only:
                json["kind"] = atom.kind == Atom::Kind::code           ? "code"
                               : atom.kind == Atom::Kind::set_includes ? "set-includes"
                                                                       : "set-only";
                json["fact"] = fact(atom.fact);
                json["codes"] = codes(atom);
                break;
            case Atom::Kind::set_region: {
                json["kind"] = "set-region";
                json["fact"] = fact(atom.fact);
                json["codes"] = codes(atom);
                Json marked = Json::array();
                for (std::size_t i = 0; i < atom.codes.size(); ++i) {
                    if (atom.choices[i]) marked.push_back(law_.vocabulary->taxonomy_of(atom.fact).node(atom.codes[i]).code);
                }
                json["regions"] = std::move(marked);
                json["other"] = bool(atom.choices.back());
                break;
            }
            case Atom::Kind::number:
            case Atom::Kind::limit:
                json["kind"] = atom.kind == Atom::Kind::number ? "number" : "limit";
                json["form"] = form(atom.form);
                json["comparison"] = name_of(atom.comparison);
                if (atom.kind == Atom::Kind::limit) {
                    json["limit"] = atom.limit;
                    json["share"] = atom.factor.text();
                }
                break;
            case Atom::Kind::overlap:
                json["kind"] = "overlap";
                json["from"] = time_of_day_text(atom.window_from);
                json["to"] = time_of_day_text(atom.window_to);
                break;
            case Atom::Kind::stated:
                json["kind"] = "stated";
                json["fact"] = fact(atom.fact);
                break;
        }
        return json;
    }

    [[nodiscard]] Json atoms() const {
        Json list = Json::array();
        for (AtomIndex i = 0; i < law_.atoms.size(); ++i) list.push_back(atom(i));
        return list;
    }

    [[nodiscard]] Json tables() const {
        Json list = Json::array();
        for (TableIndex i = 0; i < tables_.tables.size(); ++i) {
            const DecisionTable& table = tables_.tables[i];
            Json columns = Json::array();
            for (const Column& column : table.columns) {
                columns.push_back(column.kind == Column::Kind::atom ? Json{{"atom", column.atom}}
                                                                    : Json{{"table", column.table}});
            }
            Json rows = Json::array();
            for (const Row& row : table.rows) {
                Json cells = Json::array();
                for (const Cell cell : row.cells) {
                    cells.push_back(cell == Cell::blank ? Json(nullptr) : Json(cell == Cell::yes));
                }
                Json json{{"cells", std::move(cells)}};
                if (row.cls != none_index) json["class"] = law_.classes.at(row.cls).name;
                rows.push_back(std::move(json));
            }
            list.push_back({{"index", i}, {"purpose", name_of(table.purpose)}, {"name", table.name},
                            {"title", table.title}, {"norm", index_or_null(table.norm)},
                            {"columns", std::move(columns)}, {"rows", std::move(rows)}});
        }
        return list;
    }

    const CompiledTables& tables_;
    const Version& law_;
};

}  // namespace

std::string render_json(const CompiledTables& tables) { return TablesAsJson(tables).document().dump(2) + "\n"; }

}  // namespace labourlex
