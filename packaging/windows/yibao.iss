; The installer for Windows. packaging/build.py compiles it and says what stands in {#…}.
; Silent, for this user or for all: setup.exe /VERYSILENT /CURRENTUSER  |  /ALLUSERS

[Setup]
AppId={#Id}
AppName={#AppName}
AppVersion={#Version}
AppPublisher={#Publisher}
AppPublisherURL={#Homepage}
VersionInfoVersion={#FourPartVersion}
; The running program holds mutexes of these names, so that setup asks for it to be closed first.
AppMutex={#Id},Global\{#Id}
DefaultDirName={autopf}\{#LatinName}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile=..\..\build\icons\yibao.ico
UninstallDisplayIcon={app}\{#Window}.exe
UninstallDisplayName={#AppName}
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename={#Package}-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes

[Languages]
#if FileExists(CompilerPath + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#else
Name: "en"; MessagesFile: "compiler:Default.isl"
#endif

[InstallDelete]
; What an older version brought is gone before the newer one is laid down.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\frozen\{#Package}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#AppName}"; Filename: "{app}\{#Window}.exe"; AppUserModelID: "{#Id}"
Name: "{autodesktop}\{#AppName}"; Filename: "{app}\{#Window}.exe"; AppUserModelID: "{#Id}"

[Run]
Filename: "{app}\{#Window}.exe"; Description: "{#AppName}"; Flags: nowait postinstall skipifsilent
