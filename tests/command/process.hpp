// Runs the built program as a process of its own, as a user would.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace labourlex::test {

struct Run {
    int code = -1;  ///< exit code; -1 when a signal ended it
    std::string out;
    std::string err;
};

struct RunOptions {
    std::string input;                               ///< standard input
    std::map<std::string, std::string> environment;  ///< beside the test's own
    std::string folder;                              ///< working folder; empty: the checkout
};

/// Runs `labourlex ARGUMENTS...`.
[[nodiscard]] Run run_command(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Runs a line of shell with the program's folder in front of the path.
[[nodiscard]] Run shell(const std::string& line, const RunOptions& options = {});

/// A folder that is removed with its scope.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    /// Writes a file (with its folders) and returns its path.
    std::string write(const std::string& name, const std::string& text) const;

private:
    std::string path_;
};

[[nodiscard]] std::string read_whole(const std::string& path);

}  // namespace labourlex::test
