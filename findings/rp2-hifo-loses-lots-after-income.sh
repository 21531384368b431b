#!/usr/bin/env bash
# rp2 1.7.2: HIFO and LOFO lose a lot to an income as large as the lot. Seen 2026-11-30.
#
# An income (STAKING, INTEREST, ...) takes nothing from any lot. rp2 pairs it with the best lot nevertheless: it takes that lot
# from the heap, and puts it back only if the lot is larger than the income. Else the lot stays out for good, though it is held:
# later sales take a worse lot (a wrong gain, exit status 0, no warning), or, once the others are used up, rp2 refuses the
# ledger with "Total in-transaction crypto value < total taxable crypto value". Three rows suffice, no sale before the income:
#
#   HIFO: buy 1 at 300, income 1 at 100, sell at 200      LOFO: buy 1 at 100, income 1 at 300, sell at 200
#   sell 1, by hand: the lot of 300, 200 - 300 = -100     sell 1, by hand: the lot of 100, 200 - 100 = +100
#           rp2:     the lot of 100, +100                         rp2:     the lot of 300, -100
#   sell 2, by hand: both lots, 400 - 400 = 0             sell 2, by hand: both lots, 400 - 400 = 0
#           rp2:     refused                                      rp2:     refused
#
# Selling all gives the same gain under every method, and FIFO, which keeps no heap, answers right each time. With an income of
# 0.99 the answers are right. After a partial sale an income of twice the rest of the lot is needed (another lot between).
#
# Known: https://github.com/eprbell/rp2/issues/156 (2026-07-04, open in the copy read) tells of a partial sale under HIFO and an
# income above twice the rest, and supposes LOFO alike. It is not documented behaviour: README and change log of 1.7.2, and the
# copies read of the user FAQ and of the guides to input and output, say nothing of it.
#
# Versions: rp2 1.7.2 with the packages below, all from PyPI; Python 3.11.7. Driven by its command line, rp2_us, with an ODS.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rp2==1.7.2 pyexcel-ezodf==0.3.4 prezzemolo==0.0.4 lxml==6.1.3 \
  Babel==2.19.0 jsonschema==4.26.0 pycountry==26.2.16 python-dateutil==4.0.0 tzdata==2026.6

cat >look.py <<'PY'
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree

import ezodf

COMMON = "timestamp asset exchange holder transaction_type spot_price".split()
IN = [*COMMON, "crypto_in"]
OUT = [*COMMON, "crypto_out_no_fee", "crypto_fee"]
INTRA = "timestamp asset from_exchange from_holder to_exchange to_holder spot_price crypto_sent crypto_received".split()
REFUSAL = "RP2ValueError: Total in-transaction crypto value < total taxable crypto value"

settings = "[general]\nassets = ETH\nexchanges = Exchange\nholders = Holder\n"
for name, columns in (("in", IN), ("out", OUT), ("intra", INTRA)):
    settings += f"[{name}_header]\n" + "".join(f"{column} = {i}\n" for i, column in enumerate(columns))
Path("rp2.ini").write_text(settings)


def write_ledger(ledger):
    tables = {"IN": [["IN"], IN], "OUT": [["OUT"], OUT]}
    for month, entry in enumerate(ledger.split(", "), start=1):
        kind, amount, _, price = entry.split()
        cells = [f"2023-{month:02}-01 00:00:00 +0000", "ETH", "Exchange", "Holder", kind, float(price), float(amount)]
        if kind == "SELL":
            tables["OUT"].append([*cells, 0])
        else:
            tables["IN"].append(cells)
    rows = [*tables["IN"], ["TABLE END"], [], *tables["OUT"], ["TABLE END"]]
    sheet = ezodf.Sheet("ETH", size=(len(rows), len(OUT)))
    for i, cells in enumerate(rows):
        for j, cell in enumerate(cells):
            sheet[i, j].set_value(cell)
    document = ezodf.newdoc("ods", "ledger.ods")
    document.sheets.append(sheet)
    document.save()


def gain_of_sales(method):
    rmtree("out", ignore_errors=True)
    command = ["venv/bin/rp2_us", "-m", method, "-o", "out", "rp2.ini", "ledger.ods"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        told = (run.stdout + run.stderr).strip()
        return "refused" if REFUSAL in told else told
    tax = ezodf.opendoc(f"out/{method}_rp2_full_report.ods").sheets["ETH Tax"]
    # Gain / Loss Summary: year, asset, capital gains, long or short, type of transaction, ...
    summary = [[cell.value for cell in row[:5]] for row in tax.rows()]
    return f"{sum(row[2] for row in summary if row[4] == 'SELL'):+g}"


packages = "rp2 pyexcel-ezodf prezzemolo lxml Babel jsonschema pycountry python-dateutil".split()
print(f"Python {platform.python_version()},", ", ".join(f"{package} {version(package)}" for package in packages))
as_seen = True
# Method, ledger, the gain of its sales by hand (in all of these the same under FIFO), and the answer seen.
for method, ledger, by_hand, seen in [
    ("hifo", "BUY 1 at 300, STAKING 1 at 100, SELL 1 at 200", "-100", "+100"),
    ("hifo", "BUY 1 at 300, INTEREST 1 at 100, SELL 1 at 200", "-100", "+100"),
    ("hifo", "BUY 1 at 300, STAKING 1 at 100, SELL 2 at 200", "+0", "refused"),
    ("hifo", "BUY 1 at 300, STAKING 0.99 at 100, SELL 1 at 200", "-100", "-100"),
    ("hifo", "BUY 1 at 300, STAKING 0.99 at 100, SELL 1.99 at 200", "-1", "-1"),
    ("hifo", "BUY 1 at 300, BUY 1 at 250, SELL 0.5 at 200, STAKING 1 at 100, SELL 0.5 at 200", "-100", "-75"),
    ("hifo", "BUY 1 at 300, BUY 1 at 250, SELL 0.5 at 200, STAKING 0.99 at 100, SELL 0.5 at 200", "-100", "-100"),
    ("lofo", "BUY 1 at 100, STAKING 1 at 300, SELL 1 at 200", "+100", "-100"),
    ("lofo", "BUY 1 at 100, INTEREST 1 at 300, SELL 1 at 200", "+100", "-100"),
    ("lofo", "BUY 1 at 100, STAKING 1 at 300, SELL 2 at 200", "+0", "refused"),
    ("lofo", "BUY 1 at 100, STAKING 0.99 at 300, SELL 1 at 200", "+100", "+100"),
    ("lofo", "BUY 1 at 100, STAKING 0.99 at 300, SELL 1.99 at 200", "+1", "+1"),
    ("lofo", "BUY 1 at 100, BUY 1 at 150, SELL 0.5 at 200, STAKING 1 at 300, SELL 0.5 at 200", "+100", "+75"),
    ("lofo", "BUY 1 at 100, BUY 1 at 150, SELL 0.5 at 200, STAKING 0.99 at 300, SELL 0.5 at 200", "+100", "+100"),
]:
    write_ledger(ledger)
    fifo, answer = gain_of_sales("fifo"), gain_of_sales(method)
    print(f"{ledger}: by hand {by_hand}, fifo {fifo}, {method} {answer}{'' if answer == by_hand else '  <- wrong'}")
    as_seen = as_seen and fifo == by_hand and answer == seen
print("as stated" if as_seen else "CHANGED")
sys.exit(0 if as_seen else 1)
PY
timeout 100 venv/bin/python look.py
