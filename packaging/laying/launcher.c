/* Starts the interpreter that lies beside it, in lib/, with the module named by ENTRY.
 * The user's own Python, its variables and its folders take no part. */

#include <Python.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#define RUN "import sys\nfrom " ENTRY " import main\nsys.exit(main())\n"

static void set(PyConfig *config, wchar_t **field, const char *path)
{
    PyStatus status = PyConfig_SetBytesString(config, field, path);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

static void start(int argc, char **argv, const char *program, const char *lib)
{
    PyPreConfig before;
    PyPreConfig_InitPythonConfig(&before);
    before.isolated = 1;
    before.use_environment = 0;
    before.parse_argv = 0;
    PyStatus status = Py_PreInitialize(&before);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);

    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.isolated = 1;
    config.use_environment = 0;
    config.user_site_directory = 0;
    config.site_import = 0;
    config.write_bytecode = 0;
    config.parse_argv = 0;
    config.pathconfig_warnings = 0;
    set(&config, &config.program_name, program);
    set(&config, &config.executable, program);
    set(&config, &config.base_executable, program);
    set(&config, &config.home, lib);
    set(&config, &config.prefix, lib);
    set(&config, &config.base_prefix, lib);
    set(&config, &config.exec_prefix, lib);
    set(&config, &config.base_exec_prefix, lib);
    set(&config, &config.stdlib_dir, lib);
    config.module_search_paths_set = 1;
    wchar_t *path = Py_DecodeLocale(lib, NULL);
    if (path == NULL)
        Py_ExitStatusException(PyStatus_NoMemory());
    status = PyWideStringList_Append(&config.module_search_paths, path);
    PyMem_RawFree(path);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesArgv(&config, argc, argv);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

int main(int argc, char **argv)
{
    char program[PATH_MAX], lib[PATH_MAX + 4];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length < 0) {
        perror("/proc/self/exe");
        return 1;
    }
    program[length] = '\0';
    strcpy(lib, program);
    strcpy(strrchr(lib, '/'), "/lib");
    start(argc, argv, program, lib);
    int failed = PyRun_SimpleString(RUN);
    return Py_FinalizeEx() < 0 || failed ? 1 : 0;
}
