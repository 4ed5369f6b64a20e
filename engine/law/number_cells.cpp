#include "engine/law/number_cells.hpp"

#include <algorithm>
#include <set>

namespace labourlex::reference {

namespace {

/// A short number strictly between: a whole one if there is one, else the middle.
std::optional<Rational> rational_between(const std::optional<Rational>& above, const std::optional<Rational>& below) {
    if (above && below && *above >= *below) {
        return std::nullopt;
    }
    if (!above) {
        return below ? Rational(below->ceiling() - 1) : Rational(0);
    }
    const Rational next(above->floor() + 1);
    if (!below || next < *below) {
        return next;
    }
    return (*above + *below) / Rational(2);
}

std::optional<Rational> whole_between(const std::optional<Rational>& above, const std::optional<Rational>& below) {
    if (!above) {
        return below ? Rational(below->ceiling() - 1) : Rational(0);
    }
    const Rational next(above->floor() + 1);
    return !below || next < *below ? std::optional<Rational>(next) : std::nullopt;
}

std::vector<Rational> key_of(const CutForm& form) {
    std::vector<Rational> key = form.coefficients;
    key.push_back(form.constant);
    return key;
}

/// The same roots, first coefficient 1, so that equal forms are found; nothing when no number is mentioned.
std::optional<CutForm> normal(CutForm form) {
    const auto lead = std::find_if(form.coefficients.rbegin(), form.coefficients.rend(),
                                   [](const Rational& coefficient) { return coefficient.sign() != 0; });
    if (lead == form.coefficients.rend()) {
        return std::nullopt;
    }
    const Rational divisor = *lead;
    for (Rational& coefficient : form.coefficients) {
        coefficient = coefficient / divisor;
    }
    form.constant = form.constant / divisor;
    return form;
}

class Forms {
public:
    void add(CutForm form) {
        if (auto cut = normal(std::move(form)); cut && seen_.insert(key_of(*cut)).second) {
            forms_.push_back(std::move(*cut));
        }
    }
    [[nodiscard]] const std::vector<CutForm>& all() const { return forms_; }

private:
    std::set<std::vector<Rational>> seen_;
    std::vector<CutForm> forms_;
};

/// Where any two forms that mention number `last` meet; with those that do not mention it.
std::vector<CutForm> eliminate(const std::vector<CutForm>& forms, std::size_t last) {
    Forms without;
    for (std::size_t one = 0; one < forms.size(); ++one) {
        if (forms[one].coefficients[last].sign() == 0) {
            without.add(forms[one]);
            continue;
        }
        for (std::size_t two = one + 1; two < forms.size(); ++two) {
            if (forms[two].coefficients[last].sign() == 0) {
                continue;
            }
            const Rational ratio = forms[one].coefficients[last] / forms[two].coefficients[last];
            CutForm meeting = forms[one];
            for (std::size_t number = 0; number < meeting.coefficients.size(); ++number) {
                meeting.coefficients[number] = meeting.coefficients[number] - ratio * forms[two].coefficients[number];
            }
            meeting.constant = meeting.constant - ratio * forms[two].constant;
            without.add(std::move(meeting));
        }
    }
    return without.all();
}

class Lifting {
public:
    Lifting(const std::vector<NumberRange>& numbers, std::vector<std::vector<CutForm>> levels,
            const std::function<bool(const std::vector<Rational>&)>& visit)
        : numbers_(numbers), levels_(std::move(levels)), visit_(visit) {}

    bool lift() {
        const std::size_t level = point_.size();
        if (level == numbers_.size()) {
            return visit_(point_);
        }
        const std::vector<Rational> roots = roots_at(level);
        for (std::size_t gap = 0; gap <= roots.size(); ++gap) {
            const auto above = gap == 0 ? std::nullopt : std::optional<Rational>(roots[gap - 1]);
            const auto below = gap == roots.size() ? std::nullopt : std::optional<Rational>(roots[gap]);
            if (const auto value = numbers_[level].between(above, below); value && !lift_at(*value)) {
                return false;
            }
            if (below && numbers_[level].contains(*below) && !lift_at(*below)) {
                return false;
            }
        }
        return true;
    }

private:
    bool lift_at(const Rational& value) {
        point_.push_back(value);
        const bool go_on = lift();
        point_.pop_back();
        return go_on;
    }

    [[nodiscard]] std::vector<Rational> roots_at(std::size_t level) const {
        std::vector<Rational> roots;
        for (const CutForm& form : levels_[level]) {
            if (form.coefficients[level].sign() == 0) {
                continue;
            }
            Rational rest = form.constant;
            for (std::size_t number = 0; number < level; ++number) {
                if (form.coefficients[number].sign() != 0) {
                    rest = rest + form.coefficients[number] * point_[number];
                }
            }
            roots.push_back(-rest / form.coefficients[level]);
        }
        std::sort(roots.begin(), roots.end());
        roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
        return roots;
    }

    const std::vector<NumberRange>& numbers_;
    std::vector<std::vector<CutForm>> levels_;
    const std::function<bool(const std::vector<Rational>&)>& visit_;
    std::vector<Rational> point_;
};

/// The ends of a rational number's range cut like any other form: above other numbers they decide whether a gap is
/// empty.
void add_ends(const std::vector<NumberRange>& numbers, std::vector<CutForm>& forms) {
    const auto end = [&](std::size_t number, const Rational& at) {
        CutForm form{std::vector<Rational>(numbers.size()), -at};
        form.coefficients[number] = 1;
        forms.push_back(std::move(form));
    };
    for (std::size_t number = 0; number < numbers.size(); ++number) {
        if (numbers[number].kind != NumberRange::Kind::rational) {
            continue;
        }
        for (const NumberInterval& interval : numbers[number].intervals) {
            end(number, interval.low);
            end(number, interval.high);
        }
        if (numbers[number].from) {
            end(number, *numbers[number].from);
        }
    }
}

}  // namespace

bool NumberRange::contains(const Rational& value) const {
    if (kind == Kind::listed) {
        return std::binary_search(values.begin(), values.end(), value);
    }
    if (kind == Kind::whole && !value.is_whole()) {
        return false;
    }
    if (from) {
        return value >= *from;
    }
    return std::any_of(intervals.begin(), intervals.end(),
                       [&](const NumberInterval& interval) { return interval.low <= value && value <= interval.high; });
}

std::optional<Rational> NumberRange::between(const std::optional<Rational>& above,
                                             const std::optional<Rational>& below) const {
    if (kind == Kind::listed) {
        const auto found = above ? std::upper_bound(values.begin(), values.end(), *above) : values.begin();
        return found != values.end() && (!below || *found < *below) ? std::optional<Rational>(*found) : std::nullopt;
    }
    const auto inside = [&](const Rational& low, const std::optional<Rational>& high) -> std::optional<Rational> {
        const auto fits = [&](const Rational& value) {
            return value >= low && (!high || value <= *high) && (!above || value > *above) &&
                   (!below || value < *below) && (kind == Kind::rational || value.is_whole());
        };
        if (fits(low)) {
            return low;
        }
        if (high && fits(*high)) {
            return high;
        }
        const std::optional<Rational> floor = above && *above > low ? above : std::optional<Rational>(low);
        const std::optional<Rational> ceiling = below && (!high || *below < *high) ? below : high;
        const auto value = kind == Kind::whole ? whole_between(floor, ceiling) : rational_between(floor, ceiling);
        return value && fits(*value) ? value : std::nullopt;
    };
    if (from) {
        return inside(*from, std::nullopt);
    }
    for (const NumberInterval& interval : intervals) {
        if (const auto value = inside(interval.low, interval.high)) {
            return value;
        }
    }
    return std::nullopt;
}

bool visit_number_cells(const std::vector<NumberRange>& numbers, std::vector<CutForm> forms,
                        const std::function<bool(const std::vector<Rational>&)>& visit) {
    add_ends(numbers, forms);
    Forms top;
    for (CutForm& form : forms) {
        top.add(std::move(form));
    }
    std::vector<std::vector<CutForm>> levels(numbers.size());
    if (!numbers.empty()) {
        levels.back() = top.all();
        for (std::size_t last = numbers.size() - 1; last > 0; --last) {
            levels[last - 1] = eliminate(levels[last], last);
        }
    }
    return Lifting(numbers, std::move(levels), visit).lift();
}

}  // namespace labourlex::reference
