# Targets of public plans in R, with nothing but R:
#   npx kehoach export --format csv --out tables
#   Rscript tables.R tables
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) == 0) "tables" else arguments[1]

# R alone would take the code "01" for the number 1: all is read as text, and what is a number is made one.
numbers <- c("value", "value_max", "year", "province_set", "set", "page", "position", "confidence")
read_table <- function(name) {
  rows <- read.csv(
    file.path(folder, paste0(name, ".csv")),
    colClasses = "character", na.strings = "", fileEncoding = "UTF-8-BOM"
  )
  own <- intersect(numbers, names(rows))
  rows[own] <- lapply(rows[own], as.numeric)
  rows
}

targets <- read_table("targets")
relations <- read_table("relations")
stopifnot(is.character(targets$province_code), is.numeric(targets$value))

# A plan that came in several forms or from several places is counted once.
again <- relations$document[relations$kind == "same-plan"]
targets <- targets[
  !targets$document %in% again & targets$kind == "quantified" & targets$status == "target",
]

# The code of a province means another land in another list: both columns are its key.
provinces <- read_table("provinces")[c("code", "set", "label_en")]
names(provinces) <- c("province_code", "province_set", "province_en")
indicators <- read_table("indicators")[c("code", "label_en", "better")]
names(indicators) <- c("indicator_code", "measure", "better")
labelled <- merge(merge(targets, provinces), indicators)

# What is measured alike, side by side: one unit and one due year a row.
labelled$due <- substr(labelled$deadline_end, 1, 4)
row <- paste(labelled$measure, labelled$unit, labelled$due, sep = " | ")
print(tapply(labelled$value, list(row, labelled$province_en), max))
