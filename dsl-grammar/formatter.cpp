// The layout of a file: statements parted by empty lines, their clauses in one order, and every comment at the line it
// stood at.
//
// A comment on a line of its own goes before what followed it, a comment behind something goes behind the line that
// prints the same thing. So formatting twice moves nothing that formatting once did not.
#include "dsl-grammar/formatter.hpp"

#include "dsl-grammar/canonical_order.hpp"
#include "dsl-grammar/clause_table.hpp"
#include "dsl-grammar/format_lines.hpp"
#include "dsl-grammar/keywords.hpp"

#include <algorithm>

namespace labourlex {

namespace {

using formatting::Line;
using formatting::Lines;
using formatting::Words;
using syntax::Clause;
using syntax::ClauseKind;
using syntax::Comment;
using syntax::Statement;
using syntax::StatementKind;

/// The lines of one part of a statement (its head or a clause) with the comments that belong to it.
struct Part {
    Lines lines;
    std::vector<const Comment*> comments;
};

/// The clauses that are written on the line of the head: what a class is, what a table is for, when a treaty applies.
bool in_head(const Statement& statement, const Clause& clause) {
    switch (clause.kind) {
        case ClauseKind::exception_to:
        case ClauseKind::from_norms:
        case ClauseKind::season_days:
        case ClauseKind::fixed_as:
        case ClauseKind::setting:
        case ClauseKind::within_law: return true;
        case ClauseKind::number_of: return statement.kind == StatementKind::derived;
        default: break;
    }
    return statement.kind == StatementKind::class_ || statement.kind == StatementKind::applies
               ? clause.kind == ClauseKind::role || clause.kind == ClauseKind::default_class ||
                     clause.kind == ClauseKind::in_force
               : clause.kind == ClauseKind::for_term;
}

/// Statements that are one line each stand together.
bool stands_close(const Statement& before, const Statement& after) {
    if (before.kind != after.kind) return false;
    if (after.kind == StatementKind::repeal) return before.clauses.empty() && after.clauses.empty();
    return after.kind == StatementKind::class_;
}

Words head_of(const Statement& statement) {
    Words words(std::string(spelling_of(statement.kind)));
    if (!statement.body.empty()) {
        words.append(head_of(statement.body.front()));
        return words;
    }
    if (!statement.name.empty()) words.add(statement.name);
    if (statement.kind == StatementKind::ratification) {
        words.add(std::string(spelling_of(Keyword::of)) + " " + statement.words[0].text);
        words.add(std::string(spelling_of(Keyword::on)) + " " + statement.words[1].text);
    } else {
        words.add_list(statement.words);
    }
    if (statement.title.span.end != 0) words.add_text(statement.title);
    words.append(formatting::words_of(statement.targets));
    bool settings = false;
    for (const Clause* clause : formatting::in_canonical_order(statement)) {
        if (!in_head(statement, *clause)) continue;
        if (clause->kind == ClauseKind::setting && settings) words.attach(",");
        settings = clause->kind == ClauseKind::setting;
        words.append(formatting::words_of(*clause));
    }
    return words;
}

/// Prints one statement with its comments.
class StatementFormatter {
public:
    StatementFormatter(const Statement& statement, std::string& out)
        : statement_(statement), inner_(statement.body.empty() ? statement : statement.body.front()), out_(out) {}

    void run() {
        make_parts();
        share_out_comments();
        for (const Comment* comment : before_) {
            put_comment(0, *comment);
            if (comment->blank_after) out_ += '\n';
        }
        for (const std::size_t part : printed_) put_part(parts_[part]);
        for (const Comment* comment : after_) put_comment(formatting::indent_step, *comment);
    }

private:
    /// Part 0 is the head; the others follow in the order of the source, `printed_` holds the order of printing.
    void make_parts() {
        Part head;
        head_of(statement_).fill(head.lines, 0, statement_.span.begin);
        parts_.push_back(std::move(head));
        begins_.push_back(statement_.span.begin);
        ends_.push_back(statement_.span.begin);
        printed_.push_back(0);
        std::vector<std::size_t> part_of(inner_.clauses.size(), 0);
        for (std::size_t i = 0; i < inner_.clauses.size(); ++i) {
            const Clause& clause = inner_.clauses[i];
            if (in_head(inner_, clause)) continue;
            part_of[i] = parts_.size();
            Part part;
            formatting::put_clause(part.lines, clause, inner_.kind == StatementKind::define);
            parts_.push_back(std::move(part));
            begins_.push_back(clause.span.begin);
            ends_.push_back(clause.span.end);
        }
        for (const Clause* clause : formatting::in_canonical_order(inner_)) {
            const std::size_t part = part_of[static_cast<std::size_t>(clause - inner_.clauses.data())];
            if (part != 0) printed_.push_back(part);
        }
    }

    void share_out_comments() {
        for (const Comment& comment : statement_.comments) {
            const std::uint32_t place = comment.span.begin;
            if (place < statement_.span.begin) {
                before_.push_back(&comment);
            } else if (!comment.own_line) {
                // Behind the last thing that began before it.
                std::size_t part = 0;
                for (std::size_t i = 0; i < begins_.size(); ++i) {
                    if (begins_[i] < place) part = i;
                }
                parts_[part].comments.push_back(&comment);
            } else {
                // Before the first thing that ends after it.
                std::size_t part = 1;
                while (part < ends_.size() && ends_[part] < place) ++part;
                if (part < parts_.size()) parts_[part].comments.push_back(&comment);
                else after_.push_back(&comment);
            }
        }
    }

    void put_comment(std::size_t indent, const Comment& comment) {
        out_ += std::string(indent, ' ') + comment.text + "\n";
    }

    void put_part(const Part& part) {
        const std::size_t count = part.lines.size();
        // For each line the comments before it, and the one behind it.
        std::vector<std::vector<const Comment*>> before(count + 1);
        std::vector<const Comment*> behind(count, nullptr);
        for (const Comment* comment : part.comments) {
            const std::uint32_t place = comment->span.begin;
            std::size_t line = 0;
            while (line < count && part.lines[line].anchor < place) ++line;
            if (comment->own_line) {
                before[line].push_back(comment);
                continue;
            }
            const std::size_t last = line == 0 ? 0 : line - 1;
            // A line has room for one comment; an earlier one goes before the line that prints what it stood behind.
            if (behind[last] != nullptr) before[first_line_of(part, last)].push_back(behind[last]);
            behind[last] = comment;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Line& line = part.lines[i];
            for (const Comment* comment : before[i]) put_comment(line.indent, *comment);
            out_ += std::string(line.indent, ' ') + line.text;
            if (behind[i] != nullptr) out_ += "   " + behind[i]->text;
            out_ += '\n';
        }
        for (const Comment* comment : before[count]) put_comment(formatting::indent_step, *comment);
    }

    /// The first of the lines that print the same thing as line `last`.
    static std::size_t first_line_of(const Part& part, std::size_t last) {
        while (last > 0 && part.lines[last - 1].anchor == part.lines[last].anchor) --last;
        return last;
    }

    const Statement& statement_;
    const Statement& inner_;
    std::string& out_;
    std::vector<Part> parts_;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::size_t> printed_;
    std::vector<const Comment*> before_;
    std::vector<const Comment*> after_;
};

bool has_comment_before(const Statement& statement) {
    return !statement.comments.empty() && statement.comments.front().span.begin < statement.span.begin;
}

}  // namespace

std::string format(const syntax::File& file) {
    std::string out;
    for (std::size_t i = 0; i < file.statements.size(); ++i) {
        const Statement& statement = file.statements[i];
        if (i > 0 && (!stands_close(file.statements[i - 1], statement) || has_comment_before(statement))) out += '\n';
        StatementFormatter(statement, out).run();
    }
    if (!file.trailing_comments.empty() && !file.statements.empty()) out += '\n';
    for (std::size_t i = 0; i < file.trailing_comments.size(); ++i) {
        const Comment& comment = file.trailing_comments[i];
        out += comment.text + "\n";
        if (comment.blank_after && i + 1 < file.trailing_comments.size()) out += '\n';
    }
    return out;
}

}  // namespace labourlex
