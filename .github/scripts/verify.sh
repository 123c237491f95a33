#!/bin/sh
# Holds the data against the official documents, where the repository's owner has put them somewhere public.
# No secret: two variables (Settings → Secrets and variables → Actions → Variables), see docs/publishing.md.
#   MINGGUI_SOURCES_URL     https address of a zip of the documents
#   MINGGUI_SOURCES_SHA256  its SHA-256, so that nobody can slip another one in
# Without them, as on forks, this says so and succeeds. MINGGUI and PYTHON name other programs, for tests.
set -eu
minggui=${MINGGUI:-.venv/bin/minggui}
python=${PYTHON:-python3}
summary=${GITHUB_STEP_SUMMARY:-/dev/stderr}
largest=200000000 # bytes

echo '## 和官方文件核对' >> "$summary"
echo >> "$summary"
if [ -z "${MINGGUI_SOURCES_URL:-}" ] || [ -z "${MINGGUI_SOURCES_SHA256:-}" ]; then
  echo '这一次没有和官方文件核对：官方文件不在仓库里，这里也没有设置从哪里取（见 docs/publishing.md）。合并之前，请手里有文件的人运行 `minggui verify --sources 文件夹`。' >> "$summary"
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
curl --fail --silent --show-error --location --proto '=https' --proto-redir '=https' --max-filesize "$largest" --max-time 300 --output "$folder/sources.zip" "$MINGGUI_SOURCES_URL"
echo "$MINGGUI_SOURCES_SHA256  $folder/sources.zip" | sha256sum --check --quiet
"$python" -m zipfile -e "$folder/sources.zip" "$folder/sources"
if "$minggui" verify --sources "$folder/sources" --format github; then
  echo '数据和官方文件一致。' >> "$summary"
else
  echo '数据和官方文件有不同的地方，已经标在 **Files changed** 里有关的行上。' >> "$summary"
  exit 1
fi
