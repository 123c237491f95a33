#!/bin/sh
# Writes what a change does, record by record, and every finding of the check, for the summary of a run.
#   sh .github/scripts/summary.sh BASE HEAD >> "$GITHUB_STEP_SUMMARY"
# Whatever fails becomes a sentence: the summary informs, the jobs judge. MINGGUI names another program, for tests.
set -u
base=$1 head=$2
minggui=${MINGGUI:-.venv/bin/minggui}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
most=800000 # bytes; GitHub refuses a summary of more than 1 MiB

echo '## 这次改了什么'
echo
# Exit code 1 only says that there are differences; what counts is that it has something to say.
"$minggui" diff "$base" "$head" --format md > "$folder/changes" 2> "$folder/said"
code=$?
if [ "$code" -gt 1 ]; then
  echo '这一次没能列出逐条的变化，请看 **Files changed**。检查照常进行，结果在下面。'
elif [ ! -s "$folder/changes" ]; then
  echo '数据里的记录没有变化（改的是页面、程序或说明）。'
elif [ "$(wc -c < "$folder/changes")" -gt "$most" ]; then
  head -n 400 "$folder/changes" | head -c "$most" | iconv -c -f UTF-8 -t UTF-8
  echo
  echo '变化太多，这里只列前面一部分，其余请看 **Files changed**。'
else
  cat "$folder/changes"
fi

echo
echo '## 检查的结果'
echo
"$minggui" check --strict > "$folder/findings" 2> "$folder/said"
code=$?
if [ "$code" -gt 1 ]; then
  echo '检查没能运行，请看这次运行的记录。'
elif [ ! -s "$folder/findings" ]; then
  echo '没有发现问题。'
else
  echo "发现 $(wc -l < "$folder/findings" | tr -d ' ') 处要改。每一行写着：文件:行:列、错在哪里、怎样改。全部改好，红叉才会变成绿勾。"
  echo '在 **Files changed** 里，有问题的那一行下面也会写着（GitHub 一次最多标出 10 处，这里是全部）。看不懂的，查 docs/editing.zh.md 的“常见的提示和改法”。'
  echo
  # Indented, so that nothing in a message is read as markup.
  head -n 500 "$folder/findings" | cut -c 1-2000 | sed 's/^/    /'
fi
if ! { "$minggui" publish-list --check && "$minggui" fmt --check; } > "$folder/said" 2>&1; then
  echo
  echo '还有两件小事不用你做，合并之前由维护者补上：写法统一（`minggui fmt`），新的编号写进名单（`minggui publish-list`）。'
fi
echo
echo '## 看看改好的样子'
echo
echo '这次运行页面最下面的 Artifacts 里有：**site**（整个网站，解压后在那个文件夹里运行 `python3 -m http.server`，打开 http://127.0.0.1:8000/ ）；有 **screenshots** 的，里面是各种页面在手机和电脑上的图片，不用装任何东西就能看。'
