// From all statements of a law to those of one day.
//
// The statute book already knows which text stands when; what is left is to write it down. The amendments in force on
// the day are carried out on the sequence of statements, in the order in which the statute book applied them. Then all
// that is not in force is left out, and what remains is put right where it spoke of something left out: norms that an
// exception names, the beginning that ended a period.
//
// What cannot be said without an amendment is kept as one: where the day lies in the doubt of an amendment's own
// beginning, one question decides between two texts, and only the amendment can say that.
//
// The text is not trusted: it is compiled again, and everything it says on the day must be what the law says.

#include "engine/consolidate/consolidated_text.hpp"

#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"
#include "dsl-grammar/phrases.hpp"
#include "engine/consolidate/present_references.hpp"
#include "engine/consolidate/present_texts.hpp"
#include "engine/consolidate/statement_edits.hpp"
#include "engine/consolidate/statement_sequence.hpp"
#include "engine/consolidate/version_text.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Statement;
using syntax::StatementKind;
using syntax::Word;

class Consolidator {
public:
    Consolidator(const CompiledLaw& law, const LawTexts& texts, Date date, Sources& sources, Span asked_at,
                 Diagnostics& diagnostics)
        : law_(law),
          book_(law.book()),
          texts_(texts),
          date_(date),
          sources_(sources),
          asked_at_(asked_at),
          diagnostics_(diagnostics),
          sequence_(texts, book_),
          present_(book_, *law.consolidate(date)),
          references_(book_, present_) {}

    std::optional<std::string> run() {
        if (const AmendingChange* change = sequence_.carry_out_changes(date_)) {
            const EnactedAmendment& amendment = book_.amendments[change->amendment];
            diagnostics_.report(Code::L0757, asked_at_,
                                {amendment.title.empty() ? amendment.name : amendment.title, change->what,
                                 book_.jurisdiction, amendment.edge.first.text()});
            return std::nullopt;
        }
        choose();
        choose_sections();
        keep_what_is_named();
        return checked(file());
    }

private:
    // ---- what is in force -------------------------------------------------------------------------------------------

    void choose() {
        std::set<std::string> used;
        for (SequencedStatement& node : sequence_.all()) {
            Statement& statement = node.statement;
            switch (statement.kind) {
                case StatementKind::rule:
                case StatementKind::exception:
                case StatementKind::exemption:
                case StatementKind::list:
                case StatementKind::item:
                case StatementKind::limit:
                case StatementKind::requirement:
                case StatementKind::duty:
                case StatementKind::unseen:
                case StatementKind::unseen_law:
                    node.printed = present_.holds(key_of(statement));
                    break;
                case StatementKind::define:
                    // A definition in words is printed where something printed needs it.
                    node.printed =
                        edits::find(statement, ClauseKind::for_term) != nullptr && present_.holds(key_of(statement));
                    break;
                case StatementKind::instrument:
                case StatementKind::applies:
                    node.printed = present_.holds_instrument(statement.name.text);
                    break;
                case StatementKind::section:
                    break;  // with its items
                case StatementKind::use:
                    std::erase_if(statement.words, [&](const Word& pack) { return !used.insert(pack.text).second; });
                    node.printed = !statement.words.empty();
                    break;
                case StatementKind::jurisdiction:
                    edits::remove(statement, ClauseKind::within_law);
                    node.printed = true;
                    break;
                default:
                    node.printed = true;
                    break;
            }
        }
    }

    /// A section stands where an item of it does; one that never had items is text of the law as well.
    void choose_sections() {
        SequencedStatement* section = nullptr;
        bool any = false;
        bool list_printed = false;
        const auto close = [&] {
            if (section != nullptr && !any) section->printed = list_printed;
            section = nullptr;
            any = false;
        };
        for (SequencedStatement& node : sequence_.all()) {
            if (node.statement.kind == StatementKind::list) {
                close();
                list_printed = node.printed;
            } else if (node.statement.kind == StatementKind::section) {
                close();
                section = &node;
            } else if (node.statement.kind == StatementKind::item && section != nullptr) {
                any = true;
                if (node.printed) section->printed = true;
            }
        }
        close();
    }

    // ---- what is named by what is in force --------------------------------------------------------------------------

    void add_names(const Statement& statement, std::set<std::string>& terms, std::set<std::string>& instruments) const {
        edits::for_each_condition(statement, [&](const syntax::Condition& condition) {
            if (!condition.name.empty()) terms.insert(condition.name.text);
            for (const syntax::Quantity* side : {&condition.left, &condition.right, &condition.high}) {
                if (!side->name.empty()) terms.insert(side->name.text);
                if (!side->second.empty()) terms.insert(side->second.text);
            }
        });
        const auto add_cited = [&](const Statement& written) {
            for (const Clause& clause : written.clauses) {
                if (clause.kind == ClauseKind::per && !clause.words.empty()) {
                    instruments.insert(clause.words.front().text);
                } else if (clause.kind == ClauseKind::alternative && clause.words.size() > 1) {
                    instruments.insert(clause.words[1].text);
                }
            }
            if (written.kind == StatementKind::ratification) instruments.insert(written.words.front().text);
        };
        add_cited(statement);
        for (const Statement& body : statement.body) add_cited(body);
    }

    /// Definitions, limits and instruments that something printed names, until nothing is added any more.
    void keep_what_is_named() {
        for (bool changed = true; changed;) {
            changed = false;
            std::set<std::string> terms;
            std::set<std::string> instruments;
            for (const SequencedStatement& node : sequence_.all()) {
                if (node.printed) add_names(node.statement, terms, instruments);
            }
            for_each_kept([&](const Statement& statement) { add_names(statement, terms, instruments); });
            std::set<std::string> limits;
            for (const SequencedStatement& node : sequence_.all()) {
                if (node.printed && node.statement.kind == StatementKind::limit)
                    limits.insert(node.statement.name.text);
            }
            for (SequencedStatement& node : sequence_.all()) {
                if (node.printed) continue;
                const Statement& statement = node.statement;
                const bool definition = statement.kind == StatementKind::define &&
                                        edits::find(statement, ClauseKind::for_term) == nullptr &&
                                        terms.contains(statement.name.text);
                const bool cited =
                    (statement.kind == StatementKind::instrument || statement.kind == StatementKind::applies) &&
                    instruments.contains(statement.name.text);
                const bool limit = statement.kind == StatementKind::limit && terms.contains(statement.name.text) &&
                                   limits.insert(statement.name.text).second;
                if (!definition && !cited && !limit) continue;
                node.printed = true;
                changed = true;
                if (definition) continue;
                node.beside_the_law = true;
                if (limit) end_limit(node.statement);
            }
            changed = bring_limits_to_come(terms, limits) || changed;
        }
    }

    /// A limit not in force makes every comparison with it false, today as in the whole law; its text keeps the days
    /// that amendments gave it.
    void end_limit(Statement& statement) const {
        for (const LimitFamily& family : book_.limits) {
            for (const EnactedLimit& enacted : family.texts) {
                if (key_of(enacted.limit.span) != key_of(statement)) continue;
                const Clause* written = edits::find(std::as_const(statement), ClauseKind::in_force);
                Clause period = written == nullptr ? edits::empty_period() : *written;
                for (const Bound& bound : enacted.bounds) {
                    if (!bound.begins && bound.edge != not_commenced() && !period.to) {
                        period.to = edits::moment_of(bound.edge, false);
                    }
                    if (bound.begins && bound.edge != not_commenced() && !period.from) {
                        period.from = edits::moment_of(bound.edge, true);
                    }
                }
                if (period.from || period.to) edits::put(statement, period);
            }
        }
    }

    /// Limits that are named already but that only an amendment to come brings in.
    bool bring_limits_to_come(const std::set<std::string>& terms, std::set<std::string>& limits) {
        bool changed = false;
        for (const LimitFamily& family : book_.limits) {
            if (!terms.contains(family.name) || limits.contains(family.name)) continue;
            for (const EnactedLimit& enacted : family.texts) {
                const Statement* written = sequence_.written_by_amendment(enacted.limit.span);
                if (written == nullptr) continue;
                SequencedStatement& node = sequence_.append(*written);
                node.printed = node.beside_the_law = changed = true;
                end_limit(node.statement);
                limits.insert(family.name);
                break;
            }
        }
        return changed;
    }

    /// An end tied to the beginning of something that is not printed is that day itself.
    void untie_period(Statement& statement) const {
        Clause* period = edits::find(statement, ClauseKind::in_force);
        if (period == nullptr || !period->to || period->to->kind != syntax::Moment::Kind::begins) return;
        const std::string& name = period->to->name.text;
        if (present_.in_doubt(name)) return;
        for (const SequencedStatement& node : sequence_.all()) {
            const bool may_begin =
                node.statement.kind == StatementKind::instrument || node.statement.kind == StatementKind::applies;
            if (node.printed && may_begin && node.statement.name.text == name) return;
        }
        std::optional<Edge> edge;
        for (const EnactedAmendment& amendment : book_.amendments) {
            if (amendment.name == name) edge = amendment.edge;
        }
        for (const EnactedInstrument& enacted : book_.instruments) {
            if (name_in_statements(book_, enacted.instrument) != name) continue;
            for (const Bound& bound : enacted.bounds) {
                if (bound.begins) edge = bound.edge;
            }
        }
        if (!edge) return;
        period->to.reset();
        if (*edge != not_commenced()) period->to = edits::moment_of(*edge, false);
        if (!period->from && !period->to) edits::remove(statement, ClauseKind::in_force);
    }

    // ---- the file ---------------------------------------------------------------------------------------------------

    /// Amendments whose beginning is in doubt on the day, each with its changes.
    template <class Visit>
    void for_each_kept(const Visit& visit) const {
        for (const StatementSequence::Amendment& amendment : sequence_.amendments()) {
            if (!present_.in_doubt(amendment.head->name.text)) continue;
            visit(*amendment.head);
            for (const Statement* change : amendment.changes) visit(*change);
        }
    }

    [[nodiscard]] std::vector<std::string> heading() const {
        std::vector<std::string> lines;
        lines.push_back(phrase(Phrase::consolidated_heading, {book_.title, date_.text()}));
        std::string drafts;
        for (const std::uint32_t draft : texts_.drafts) {
            const std::string_view path = sources_.name(draft);
            drafts += (drafts.empty() ? "" : ", ") + std::string(path.substr(path.find_last_of('/') + 1));
        }
        if (!drafts.empty()) lines.push_back(phrase(Phrase::consolidated_with_drafts, {drafts}));
        lines.push_back(phrase(Phrase::consolidated_meaning, {}));
        lines.push_back(phrase(Phrase::consolidated_only_then, {}));
        return lines;
    }

    static void put_data_file_comment(Statement& statement) {
        if (const Clause* data = edits::find(std::as_const(statement), ClauseKind::exhaustive_from)) {
            edits::put_comment_before(statement, phrase(Phrase::consolidated_data_file, {data->texts.front().text}));
        }
    }

    syntax::File file() {
        syntax::File result;
        std::vector<std::string> pending = {};  // remarks on what was repealed
        const auto add = [&](SequencedStatement& node) {
            Statement statement = node.statement;
            if (!statement.comments.empty() && statement.span.begin == 0) statement.span.begin = 1;
            references_.drop_absent_norms(statement);
            untie_period(statement);
            std::vector<syntax::Comment> own = std::move(statement.comments);
            statement.comments.clear();
            for (std::size_t i = 0; i < pending.size(); ++i) {
                edits::put_comment_before(statement, pending[i], i + 1 == pending.size());
            }
            pending.clear();
            // The writer's own comments before the statement stand before the remarks.
            const std::size_t remarks_from = statement.comments.size();
            statement.comments.insert(statement.comments.begin() + static_cast<std::ptrdiff_t>(remarks_from),
                                      own.begin(), own.end());
            if (node.beside_the_law) {
                edits::put_comment_before(statement, phrase(Phrase::consolidated_not_in_force, {}));
            }
            for (const std::string& remark : node.remarks) edits::put_comment_before(statement, remark);
            put_data_file_comment(statement);
            result.statements.push_back(std::move(statement));
        };
        // Whose law it is stands first, whatever the file was called that said so.
        const auto leads = [](const SequencedStatement& node) {
            return node.statement.kind == StatementKind::jurisdiction || node.statement.kind == StatementKind::use;
        };
        for (const StatementKind kind : {StatementKind::jurisdiction, StatementKind::use}) {
            for (SequencedStatement& node : sequence_.all()) {
                if (node.printed && node.statement.kind == kind) add(node);
            }
        }
        for (SequencedStatement& node : sequence_.all()) {
            if (leads(node)) continue;
            if (node.printed) {
                add(node);
            } else {
                pending.insert(pending.end(), node.remarks.begin(), node.remarks.end());
            }
        }
        add_kept(result);
        for (const std::string& remark : pending) result.trailing_comments.push_back({"# " + remark, {}, true, false});
        if (result.statements.empty()) return result;
        Statement& first = result.statements.front();
        const std::vector<syntax::Comment> before = std::move(first.comments);
        first.comments.clear();
        const std::vector<std::string> lines = heading();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            edits::put_comment_before(first, lines[i], i + 1 == lines.size());
        }
        first.comments.insert(first.comments.end(), before.begin(), before.end());
        return result;
    }

    void add_kept(syntax::File& result) const {
        for_each_kept([&](const Statement& written) {
            Statement statement = written;
            if (statement.kind == StatementKind::amendment) {
                edits::put_comment_before(statement, phrase(Phrase::consolidated_in_doubt, {}));
            }
            for (Statement& body : statement.body) {
                references_.drop_absent_norms(body);
                untie_period(body);
            }
            result.statements.push_back(std::move(statement));
        });
    }

    // ---- the proof --------------------------------------------------------------------------------------------------

    std::optional<std::string> refuse(const std::string& reason) {
        diagnostics_.report(Code::L0758, asked_at_, {book_.jurisdiction, date_.text(), reason});
        return std::nullopt;
    }

    /// What a line of a version tells of: "norm tj.minimum-age".
    static std::string what_of(const std::string& line) {
        constexpr std::string_view bar = " | ";
        const std::size_t kind = line.find(bar);
        if (kind == std::string::npos) return line;
        const std::size_t name = line.find(bar, kind + bar.size());
        return line.substr(0, kind) + " " + line.substr(kind + bar.size(), name - kind - bar.size());
    }

    std::optional<std::string> checked(const syntax::File& file) {
        const std::string name = book_.jurisdiction + ".law";
        Diagnostics found;
        // Comments find their places when the text is read; from then on the layout moves nothing.
        const std::string first = format(file);
        const std::string text = format(parse(sources_, sources_.add(name, first), found));
        ParsedFolder folder;
        folder.name = texts_.own.name;
        folder.data = texts_.own.data;
        const std::uint32_t source = sources_.add(name, text);
        folder.files.push_back(parse(sources_, source, found));
        std::map<std::string, ParsedFolder> packs = texts_.packs;
        for (const std::string& outer : sequence_.outer_laws()) packs.erase(outer);
        const auto again = found.has_errors() ? nullptr : compile(folder, packs, sources_, found);
        if (again == nullptr) {
            for (const Diagnostic& diagnostic : found.all()) {
                if (diagnostic.severity != Severity::error) continue;
                const Place place = sources_.place(diagnostic.span.source, diagnostic.span.begin);
                return refuse(diagnostic.message() + " (" +
                              std::string(sources_.line(diagnostic.span.source, place.line)) + ")");
            }
            return refuse(name);
        }
        if (format(folder.files.front()) != text) return refuse(name);
        const std::string difference = first_difference(all_that_is_said(law_, date_), all_that_is_said(*again, date_));
        if (!difference.empty()) return refuse(phrase(Phrase::consolidated_differs, {what_of(difference)}));
        return text;
    }

    const CompiledLaw& law_;
    const StatuteBook& book_;
    const LawTexts& texts_;
    Date date_;
    Sources& sources_;
    Span asked_at_;
    Diagnostics& diagnostics_;
    StatementSequence sequence_;
    PresentTexts present_;
    PresentReferences references_;
};

}  // namespace

std::optional<std::string> consolidated_text(const CompiledLaw& law, const LawTexts& texts, Date date, Sources& sources,
                                             Span asked_at, Diagnostics& diagnostics) {
    return Consolidator(law, texts, date, sources, asked_at, diagnostics).run();
}

}  // namespace labourlex
