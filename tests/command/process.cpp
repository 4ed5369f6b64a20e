#include "tests/command/process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace labourlex::test {

namespace fs = std::filesystem;

namespace {

/// Files instead of pipes: nothing can block, whatever the program writes first.
Run run_program(const std::vector<std::string>& command, const RunOptions& options) {
    const TemporaryFolder files;
    const std::string input = files.write("input", options.input);
    const std::string out = files.path() + "/out";
    const std::string err = files.path() + "/err";

    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        const std::string folder = options.folder.empty() ? std::string(LABOURLEX_SOURCE_DIR) : options.folder;
        const int in = ::open(input.c_str(), O_RDONLY);
        const int o = ::open(out.c_str(), O_WRONLY | O_CREAT, 0600);
        const int e = ::open(err.c_str(), O_WRONLY | O_CREAT, 0600);
        if (::chdir(folder.c_str()) != 0 || ::dup2(in, 0) < 0 || ::dup2(o, 1) < 0 || ::dup2(e, 2) < 0) ::_exit(126);
        for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
        std::vector<char*> arguments;
        for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    Run run;
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.out = read_whole(out);
    run.err = read_whole(err);
    return run;
}

}  // namespace

Run run_command(const std::vector<std::string>& arguments, const RunOptions& options) {
    std::vector<std::string> command{LABOURLEX_PROGRAM};
    command.insert(command.end(), arguments.begin(), arguments.end());
    RunOptions with = options;
    with.environment.try_emplace("LABOURLEX_RULESETS", LABOURLEX_SOURCE_DIR "/rulesets");
    return run_program(command, with);
}

Run shell(const std::string& line, const RunOptions& options) {
    RunOptions with = options;
    const char* path = std::getenv("PATH");
    const std::string before = fs::path(LABOURLEX_PROGRAM).parent_path().string();
    with.environment["PATH"] = before + ":" + (path != nullptr ? path : "/usr/bin:/bin");
    with.environment.try_emplace("LABOURLEX_RULESETS", LABOURLEX_SOURCE_DIR "/rulesets");
    return run_program({"bash", "-c", line}, with);
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "labourlex-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
    const fs::path path = fs::path(path_) / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

std::string read_whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace labourlex::test
