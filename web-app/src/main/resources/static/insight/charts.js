// Draws the dashboard's charts from the JSON beside them; every number also stands in the table below each chart.
(() => {
  const board = document.querySelector("[data-charts]");
  if (!board || !window.echarts) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const charts = new Map();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const yuan = (fen) => "¥" + (fen / 100).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 2 });
  const short = (day) => Number(day.slice(5, 7)) + "/" + Number(day.slice(8));

  const frame = () => ({
    animation: !calm.matches,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink-soft") },
    grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: colour("ink-soft") } },
    // drawn on the canvas, because the page's security policy allows no inline style
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("surface"),
      borderColor: colour("line"), textStyle: { color: colour("ink"), fontSize: 13 } },
  });
  const category = (data) => ({ type: "category", data, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("line") } },
    axisLabel: { color: colour("ink-soft"), hideOverlap: true } });
  const value = (format, extra) => ({ type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("line") } },
    axisLabel: { color: colour("ink-soft"), formatter: format }, ...extra });
  const whole = (fen) => "¥" + (fen >= 1000000 ? (fen / 100000).toFixed(0) + "k" : (fen / 100).toFixed(0));

  const sales = (box, data) => ({
    ...frame(),
    tooltip: { ...frame().tooltip, formatter: (points) => points.map((it, at) => (at ? "" : data.days[it.dataIndex] + "\n")
      + it.seriesName + "  " + (it.seriesIndex === 1 ? it.value : yuan(it.value))
      + (it.seriesIndex === 2 ? "  (" + data.previousDays[it.dataIndex] + ")" : "")).join("\n") },
    xAxis: category(data.days.map(short)),
    yAxis: [value(whole), value("{value}", { splitLine: { show: false } })],
    series: [
      { name: box.dataset.now, type: "line", data: data.gmvFen, smooth: 0.2, symbol: "circle", symbolSize: data.days.length === 1 ? 12 : 6, showSymbol: data.days.length < 32, showAllSymbol: true,
        lineStyle: { width: 3 }, areaStyle: { opacity: 0.08 }, color: colour("chart-1"), z: 3 },
      { name: box.dataset.orders, type: "bar", yAxisIndex: 1, data: data.orders, barMaxWidth: 18, color: colour("chart-4"),
        itemStyle: { opacity: 0.35, borderRadius: [4, 4, 0, 0] } },
      { name: box.dataset.before, type: "line", data: data.previousGmvFen, smooth: 0.2, showSymbol: false,
        lineStyle: { type: "dashed", width: 2 }, color: colour("chart-quiet"), z: 2 },
    ],
  });
  const teams = (box, data) => ({
    ...frame(),
    xAxis: category(data.days.map(short)),
    yAxis: value("{value}"),
    series: [
      { name: box.dataset.formed, type: "bar", stack: "teams", data: data.formed, barMaxWidth: 24, color: colour("chart-2") },
      { name: box.dataset.lapsed, type: "bar", stack: "teams", data: data.lapsed, barMaxWidth: 24, color: colour("chart-quiet"),
        itemStyle: { borderRadius: [4, 4, 0, 0] } },
    ],
  });
  const products = (box, data) => {
    const bars = [...data.products].reverse();
    return {
      ...frame(),
      legend: { show: false },
      grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
      tooltip: { ...frame().tooltip, axisPointer: { type: "shadow" }, formatter: ([it]) => it.name + "\n" + yuan(it.value) },
      xAxis: { show: false, type: "value" },
      yAxis: { ...category(bars.map((it) => it.name)), axisLine: { show: false },
        axisLabel: { color: colour("ink"), width: 120, overflow: "truncate" } },
      series: [{ type: "bar", data: bars.map((it) => it.fen), barMaxWidth: 18, color: colour("chart-1"),
        itemStyle: { borderRadius: [0, 4, 4, 0] },
        label: { show: true, position: "right", color: colour("ink-soft"), formatter: (it) => yuan(it.value) } }],
    };
  };
  const drawn = { sales, teams, products };

  const draw = (data) => board.querySelectorAll("[data-chart]").forEach((box) => {
    charts.get(box)?.dispose();
    const chart = echarts.init(box);
    chart.setOption(drawn[box.dataset.chart](box, data));
    charts.set(box, chart);
  });
  const fail = () => board.querySelectorAll("[data-chart]").forEach((box) => {
    box.textContent = box.dataset.failed;
    box.classList.add("chart-failed");
  });

  fetch(board.dataset.charts, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then((data) => {
      draw(data);
      new ResizeObserver(() => charts.forEach((chart) => chart.resize())).observe(board);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(data));
    })
    .catch(fail);
})();
