// What a jurisdiction's page tells of the unknown: parts that were not read, questions, days in doubt, notes.
#include "engine/render/country_page_parts.hpp"

#include "engine/render/country_count.hpp"
#include "engine/render/fact_list.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex::country {

namespace {

std::string_view weight_of(const Norm& norm, const Words& words) {
    if (norm.could_lift) return words.cell_noted;
    if (norm.blocking_when) return words.cell_blocking_when;
    return norm.blocking ? words.cell_blocking : words.cell_noted;
}

std::string shown_alternative(const PageContext& context, const QuestionAlternative& alternative) {
    const std::string source = source_cell(context, alternative.citation);
    return fill(source.empty() ? context.words.page_alternative_without_source : context.words.page_alternative,
                {markdown_code(alternative.name), markdown_plain(alternative.title), source});
}

std::string what_is_taken(const PageContext& context, const FactDeclaration& fact) {
    if (!fact.assumed) return std::string(context.words.page_open);
    return fill(fact.asked_when ? context.words.page_taken_unless_asked : context.words.page_taken,
                {markdown_code(assumed_value_text(fact, *fact.assumed))});
}

/// One note with all norms that bear it.
struct SharedNote {
    std::vector<std::string> norms;
    std::vector<std::string> sources;
    std::string note;
};

void add_once(std::vector<std::string>& words, const std::string& word) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// Notes in order of first appearance. The same note is told once, with the names of its norms: an amended norm keeps
/// its note, and norms that are known in the same way often share one.
class NoteList {
public:
    void add(const std::string& name, const std::string& source, const std::vector<std::string>& notes) {
        for (const std::string& note : notes) {
            auto known = std::find_if(notes_.begin(), notes_.end(),
                                      [&](const SharedNote& shared) { return shared.note == note; });
            if (known == notes_.end()) known = notes_.insert(notes_.end(), {{}, {}, note});
            add_once(known->norms, markdown_code(name));
            add_once(known->sources, source);
        }
    }

    [[nodiscard]] std::vector<std::vector<std::string>> rows() const {
        std::vector<std::vector<std::string>> rows;
        for (const SharedNote& shared : notes_) {
            rows.push_back({fmt::format("{}", fmt::join(shared.norms, ", ")),
                            fmt::format("{}", fmt::join(shared.sources, "; ")), markdown_plain(shared.note)});
        }
        return rows;
    }

private:
    std::vector<SharedNote> notes_;
};

/// The edges that questions stand for, each with the days on which it may lie, as far as something hangs on it here.
std::vector<Edge> edges_in_doubt(const StatuteBook& book) {
    std::vector<Edge> edges;
    const auto take = [&](const Bounds& bounds, InstrumentIndex instrument) {
        if (!has_instrument(book, instrument)) return;
        for (const Bound& bound : bounds) {
            const bool known = std::find(edges.begin(), edges.end(), bound.edge) != edges.end();
            if (bound.edge.question != no_fact && !known) edges.push_back(bound.edge);
        }
    };
    for (InstrumentIndex index = 0; index < book.instruments.size(); ++index)
        take(book.instruments[index].bounds, index);
    for (const EnactedNorm& enacted : book.texts) take(enacted.bounds, enacted.norm.citation.instrument);
    for (const LimitFamily& family : book.limits) {
        for (const EnactedLimit& enacted : family.texts) take(enacted.bounds, enacted.limit.citation.instrument);
    }
    for (const ClockTable& table : book.clock_tables) take(table.bounds, table.instrument);
    for (const EnactedUnseenLaw& enacted : book.unseen_laws) take(enacted.bounds, none_index);
    // An end tied to a beginning in doubt is the same question, one text before it: one line a question.
    std::vector<Edge> once;
    for (const Edge& edge : edges) {
        const bool told =
            std::any_of(once.begin(), once.end(), [&](const Edge& known) { return known.question == edge.question; });
        if (!told) once.push_back(edge);
    }
    std::stable_sort(once.begin(), once.end(), [](const Edge& a, const Edge& b) { return a.first < b.first; });
    return once;
}

}  // namespace

void add_unseen(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    for (const EnactedUnseenLaw& enacted : context.book.unseen_laws) {
        rows.push_back({markdown_plain(enacted.law.title), source_cell(context, enacted.law.citation),
                        std::string(words.cell_any_graver), std::string(words.cell_blocking),
                        period_cell(context, enacted.bounds)});
    }
    for (const TextIndex text : context.book.order) {
        const EnactedNorm& enacted = context.book.texts[text];
        const Norm& norm = enacted.norm;
        if (norm.kind != NormKind::unseen || !has_instrument(context.book, norm.citation.instrument)) continue;
        const std::string cls = in_sentence(context.book.classes[norm.cls].title);
        rows.push_back({markdown_plain(norm.title), source_cell(context, norm.citation),
                        norm.could_lift ? fill(words.cell_lifted, {cls}) : cls, std::string(weight_of(norm, words)),
                        period_cell(context, context.book.all_bounds(enacted.bounds, norm.citation.instrument))});
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_unseen);
    context.page.paragraph(words.page_unseen_lead);
    context.page.table(
        {std::string(words.column_title), std::string(words.column_stands_in), std::string(words.column_could_be),
         std::string(words.column_weight), std::string(words.column_in_force)},
        rows);
}

void add_questions(PageContext& context) {
    const Words& words = context.words;
    bool titled = false;
    for (const Question& question : context.book.questions) {
        if (question.edge) continue;
        if (!titled) context.page.heading(2, words.page_questions);
        titled = true;
        const FactDeclaration& fact = context.law.vocabulary().facts[question.fact];
        context.page.bullet(fill(words.page_question, {markdown_plain(fact.title), markdown_code(fact.name),
                                                       markdown_plain(fact.question)}));
        for (const QuestionAlternative& alternative : question.alternatives)
            context.page.bullet(shown_alternative(context, alternative), 1);
        context.page.bullet(what_is_taken(context, fact), 1);
        for (const std::string& note : question.notes)
            context.page.bullet(fill(words.remark, {markdown_plain(note)}), 1);
    }
}

void add_edges(PageContext& context) {
    const Words& words = context.words;
    std::vector<std::vector<std::string>> rows;
    for (const Edge& edge : edges_in_doubt(context.book)) {
        std::vector<std::string> row{markdown_plain(context.law.vocabulary().facts[edge.question].question),
                                     edge.first.text(), edge.last.plus(-1).text()};
        // Two texts of one act may each have a question in the same words.
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(std::move(row));
    }
    if (rows.empty()) return;
    context.page.heading(2, words.page_edges);
    context.page.paragraph(words.page_edges_lead);
    context.page.table(
        {std::string(words.column_question), std::string(words.column_from), std::string(words.column_to)}, rows);
}

void add_notes(PageContext& context) {
    const Words& words = context.words;
    NoteList notes;
    for (const EnactedUnseenLaw& enacted : context.book.unseen_laws)
        notes.add(enacted.law.name, source_cell(context, enacted.law.citation), enacted.law.notes);
    for (const TextIndex text : context.book.order) {
        const Norm& norm = context.book.texts[text].norm;
        if (!has_instrument(context.book, norm.citation.instrument)) continue;
        notes.add(norm.name, source_cell(context, norm.citation), norm.notes);
    }
    for (const LimitFamily& family : context.book.limits) {
        for (const EnactedLimit& enacted : family.texts) {
            const Limit& limit = enacted.limit;
            if (!has_instrument(context.book, limit.citation.instrument)) continue;
            notes.add(limit.name, source_cell(context, limit.citation), limit.notes);
        }
    }
    const auto rows = notes.rows();
    if (rows.empty()) return;
    context.page.heading(2, words.page_notes);
    context.page.table(
        {std::string(words.column_norm), std::string(words.column_stands_in), std::string(words.column_note)}, rows);
}

}  // namespace labourlex::country
